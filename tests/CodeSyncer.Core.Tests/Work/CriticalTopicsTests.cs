using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Work;

namespace CodeSyncer.Core.Tests.Work;

public class CriticalTopicsTests
{
    [Theory]
    [InlineData("Add a refund button to the invoice page", "payment")]
    [InlineData("Integrate PayPal and Klarna", "payment")]
    [InlineData("Let customers pay by bank transfer", "payment")]
    [InlineData("fix `StripeWebhookHandler`", "payment")]
    [InlineData("Baue die Zahlungsseite um", "payment")]
    [InlineData("Ajoute le paiement par carte bancaire", "payment")]
    [InlineData("Añade el reembolso de pagos", "payment")]
    [InlineData("Adicione o pagamento com boleto", "payment")]
    [InlineData("決済画面を直して", "payment")]
    [InlineData("增加退款功能", "payment")]
    [InlineData("결제 모듈을 고쳐줘", "payment")]
    [InlineData("Добавь оплату картой", "payment")]
    [InlineData("Change the css of the login page", "security")]
    [InlineData("Store the API key in settings", "security")]
    [InlineData("Users need 2FA and SSO", "security")]
    [InlineData("Das Passwort wird nicht verschlüsselt", "security")]
    [InlineData("Le mot de passe est refusé", "security")]
    [InlineData("La contraseña no se guarda", "security")]
    [InlineData("A senha expira", "security")]
    [InlineData("パスワードを変更する", "security")]
    [InlineData("删除用户数据", "data_loss")]
    [InlineData("Excluir dados do usuário", "data_loss")]
    [InlineData("Удали данные клиентов", "data_loss")]
    [InlineData("登录页面的密码", "security")]
    [InlineData("로그인 권한을 확인", "security")]
    [InlineData("Проверка пароля", "security")]
    [InlineData("Delete all rows older than a year", "data_loss")]
    [InlineData("DROP TABLE users;", "data_loss")]
    [InlineData("run rm -rf build and git push --force", "data_loss")]
    [InlineData("please force-push the branch", "data_loss")]
    [InlineData("git reset --hard origin/main", "data_loss")]
    [InlineData("Write a database migration that adds a column", "data_loss")]
    [InlineData("Lösche alle Einträge", "data_loss")]
    [InlineData("Supprime tout le contenu", "data_loss")]
    [InlineData("Eliminar todos los registros", "data_loss")]
    [InlineData("Apagar tudo do banco", "data_loss")]
    [InlineData("テーブルを削除して", "data_loss")]
    [InlineData("删除所有记录", "data_loss")]
    [InlineData("데이터베이스 삭제해줘", "data_loss")]
    [InlineData("Удали все записи", "data_loss")]
    [InlineData("Make it GDPR compliant", "privacy")]
    [InlineData("Where do we keep personal data?", "privacy")]
    [InlineData("Beachte den Datenschutz", "privacy")]
    [InlineData("Respecte le RGPD", "privacy")]
    [InlineData("los datos personales del cliente", "privacy")]
    [InlineData("conforme a LGPD", "privacy")]
    [InlineData("個人情報を消す", "privacy")]
    [InlineData("保护用户隐私", "privacy")]
    [InlineData("개인정보 처리방침", "privacy")]
    [InlineData("обработка персональных данных", "privacy")]
    [InlineData("Log in with OAuth and pay the invoice", "payment security")]
    [InlineData("Please pay attention to the naming", "")]
    [InlineData("It pays off to write tests", "")]
    [InlineData("Affiche la liste des pays", "")]
    [InlineData("I get permission denied when I run build.sh", "")]
    [InlineData("Migrate the front end to React 19", "")]
    [InlineData("Truncate long titles with an ellipsis", "")]
    [InlineData("Draw zebra stripes in the table", "")]
    [InlineData("Count the tokens of the payload per session", "")]
    [InlineData("git checkout main and list the authors", "")]
    [InlineData("Это вопрос про безымянные функции", "")]
    [InlineData("请把这个函数改成线程安全的", "")]
    [InlineData("この関数を短くして", "")]
    [InlineData("Berechne die Summe und zeige sie an", "")]
    [InlineData("", "")]
    public void The_known_topics_speak_many_languages(string prompt, string topics) =>
        Assert.Equal(topics, string.Join(' ', CriticalTopics.In(prompt, Settings.Default.CriticalTopics).Select(topic => topic.Name)));

    [Fact]
    public void Topics_keep_the_order_of_the_configuration_and_their_own_words()
    {
        CriticalTopic[] topics =
        [
            new() { Name = "safety", Words = ["valve"], NotWords = ["safety valve"] },
            new() { Name = "money", Words = ["price"], PromptWords = ["make it free"] },
            new() { Name = "files", Paths = ["firmware/"] },
        ];
        Assert.Equal(["safety", "money"], CriticalTopics.In("The price of valves", topics).Select(topic => topic.Name));
        Assert.True(new CriticalTopics(topics).AreIn("The price of valves"));
        Assert.False(new CriticalTopics(topics).AreIn("A safety valve"));
        Assert.Equal(["money"], CriticalTopics.In("Make it free! No safety valve; firmware/", topics).Select(topic => topic.Name));
    }

    [Fact]
    public void Every_known_word_finds_itself()
    {
        foreach (var topic in Settings.Default.CriticalTopics)
        {
            foreach (var word in topic.Words.Concat(topic.PromptWords))
                Assert.True(CriticalTopics.In($"({word.Replace("*", "", StringComparison.Ordinal)})", [topic]).Count == 1, word);
        }
    }
}
