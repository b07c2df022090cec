namespace CodeSyncer.Core.Configuration;

/// <summary>
/// The critical topics of a repository that configures none. A word stands here only if it seldom means something else:
/// "token", "session", "checkout" and "subscription" are left to the teams that mean them so, and "truncate" and
/// "migrate" count in prompts only with what they are done to. Each row of words is one language.
/// </summary>
internal static class DefaultTopics
{
    public static IReadOnlyList<CriticalTopic> All { get; } =
    [
        new()
        {
            Name = "payment",
            Words =
            [
                "payment", "pay", "payout", "payroll", "billing", "invoice", "invoicing", "refund", "chargeback", "stripe", "PayPal", "adyen", "klarna", "braintree", "credit card", "iban", "sepa", "pci dss",
                "zahlung*", "bezahl*", "kreditkarte*", "lastschrift*", "rückerstattung*", "rueckerstattung*",
                "paiement", "facturation", "remboursement", "carte bancaire",
                "pago", "pagar", "facturación", "facturacion", "reembolso", "tarjeta de crédito",
                "pagamento", "faturamento", "boleto", "cartão de crédito", "cobrança",
                "оплат*", "платеж*", "платёж*", "возврат средств",
                "결제", "환불", "청구서", "신용카드",
                "決済", "返金", "課金", "請求書", "クレジットカード",
                "支付", "付款", "退款", "发票", "發票", "信用卡", "扣款",
            ],
            PromptWords =
            [
                "paid", "paying", "pricing", "debit card", "bank account", "bank transfer", "wire transfer", "direct debit", "checkout page", "checkout flow", "checkout session", "charge card", "charge customer",
                "charge the customer", "charge the card", "subscription plan", "subscription fee", "3d secure",
                "rechnung", "rechnungen", "überweisung*", "abbuchung*", "erstattung*", "gutschrift*",
                "facture", "virement bancaire", "prélèvement", "carte de crédit",
                "factura", "transferencia bancaria", "cobro", "cobrar",
                "fatura", "nota fiscal", "transferência bancária",
                "кредитн* карт*", "банковск* карт*", "счёт на оплату", "счет на оплату",
                "지불", "송금", "計費", "支払", "账单", "帳單",
            ],
            NotWords =
            [
                "pay attention", "pays attention", "paying attention", "paid attention", "pay close attention", "pay special attention", "pay particular attention", "pay more attention", "pay heed",
                "pay off", "pays off", "paid off", "paying off", "pay down", "paying down", "pay the price", "pay a price", "zebra stripe", "stripe pattern",
                // French: a country.
                "le pays", "les pays", "un pays", "des pays", "du pays", "par pays", "code pays", "pays de",
            ],
        },
        new()
        {
            Name = "security",
            Words =
            [
                "security", "auth", "authentication", "authorization", "authorisation", "login", "password", "credential", "secret", "crypto", "cryptography", "encryption", "decryption", "permission",
                "oauth", "oidc", "jwt", "saml", "sso", "rbac", "csrf", "xss", "mfa", "2fa", "totp", "vulnerability",
                "sicherheit", "passwort*", "passwörter*", "kennwort*", "authentifizier*", "autorisier*", "verschlüssel*", "berechtigung*",
                "sécurité", "mot de passe", "mots de passe", "authentification", "chiffrement",
                "seguridad", "contraseña*", "autenticación", "autorización", "cifrado",
                "segurança", "senha", "autenticação", "autorização", "criptografia", "permissão", "permissões",
                "безопасност*", "парол*", "аутентификац*", "авторизац*", "шифрован*",
                "보안", "인증", "비밀번호", "암호화", "권한", "로그인",
                "セキュリティ", "認証", "認可", "パスワード", "暗号", "ログイン",
                "认证", "認證", "授权", "授權", "密码", "密碼", "加密", "登录", "登入", "漏洞",
            ],
            PromptWords =
            [
                "authenticate", "authorize", "authorise", "encrypt", "decrypt", "sign in", "api key", "access token", "refresh token", "bearer token", "private key", "signing key", "session cookie", "session token",
                "access control", "two factor", "multi factor", "sql injection", "code injection", "command injection", "cross site scripting", "privilege escalation", "certificate validation", "cve",
                "sicherheitslücke*", "zugangsdaten", "zugriffsrecht*", "anmeldung", "zugriffskontrolle",
                "identifiants de connexion", "droits d'accès", "faille de sécurité", "clé privée",
                "credenciales", "permisos", "inicio de sesión", "iniciar sesión", "clave privada",
                "credenciais", "chave privada", "controle de acesso",
                "учетн* данн*", "учётн* данн*", "уязвимост*", "права доступа", "прав доступа",
                "자격 증명", "취약점", "脆弱性", "権限", "权限", "權限", "凭证", "憑證", "私钥", "私鑰",
            ],
            NotWords = ["permission denied", "file permission", "execute permission", "executable permission"],
        },
        new()
        {
            Name = "data_loss",
            Words =
            [
                "backup", "purge", "wipe", "data loss", "data retention",
                "datenverlust", "datensicherung*", "perte de données", "sauvegarde", "pérdida de datos", "copia de seguridad", "copias de seguridad", "perda de dados", "cópia de segurança", "cópias de segurança",
                "потер* данн*", "резервн* копи*", "бэкап*",
                "백업", "데이터 손실", "데이터 유실", "バックアップ", "データ損失", "备份", "備份", "数据丢失", "資料遺失",
            ],
            PromptWords =
            [
                "delete all", "delete everything", "delete the database", "delete database", "delete the table", "delete production", "delete user data", "erase all", "destroy all", "hard delete", "irreversible", "irreversibly",
                "drop table", "drop the table", "drop all tables", "drop database", "drop the database", "drop column", "drop the column", "drop schema", "drop collection", "truncate table", "truncate the table", "truncate all",
                "schema migration", "database migration", "data migration", "db migration", "run migration", "run the migration", "migrate the database", "migrate the data", "migrate data", "migrate production",
                "rm rf", "rm fr", "rm r f", "force push", "force pushing", "push force", "push f", "force with lease", "reset hard", "hard reset", "git clean", "rewrite history", "rewrite the history", "filter branch", "filter repo",
                "terraform destroy", "overwrite production", "restore from backup",
                "alles löschen", "alle löschen", "lösch* alle*", "lösch* die daten", "datenbank löschen", "lösche die datenbank", "tabelle löschen", "lösche die tabelle", "daten löschen", "sicherungskopie*", "unwiderruflich*",
                "tout supprimer", "supprimer tout*", "supprime tout*", "supprimer la base", "supprimer la table", "supprimer les données", "vider la table", "effacer tout*", "irréversible",
                "borrar todo*", "borra todo*", "eliminar todo*", "elimina todo*", "eliminar toda*", "borrar toda*", "borrar la base", "eliminar la base", "borrar la tabla", "eliminar la tabla", "borrar los datos",
                "apagar tudo", "apagar todo*", "apague todo*", "excluir tudo", "excluir todo*", "apagar o banco", "excluir o banco", "excluir a tabela", "apagar a tabela", "apagar os dados", "excluir os dados", "excluir dados", "apagar dados", "exclua os dados", "exclua dados",
                "удалить все", "удалить всё", "удали все", "удали всё", "удалить базу", "удали базу", "удалить таблиц*", "удали таблиц*", "очистить таблиц*", "удалить данн*", "удали данн*", "удалить пользовател*",
                "전체 삭제", "모두 삭제", "전부 삭제", "모든 데이터 삭제", "테이블 삭제", "데이터베이스 삭제", "강제 푸시",
                "全削除", "すべて削除", "全て削除", "データを削除", "データ削除", "テーブルを削除", "データベースを削除", "強制プッシュ",
                "删除所有", "刪除所有", "全部删除", "全部刪除", "删除全部", "刪除全部", "清空", "删库", "删除数据库", "刪除資料庫", "删除表", "删除数据", "刪除資料", "删除用户", "刪除使用者", "清除数据", "數據遷移", "数据迁移", "强制推送",
            ],
            NotWords = ["purge css", "wipe transition", "screen wipe"],
            Paths = ["*[Mm]igrat*", "*MIGRAT*", "*마이그레이션*", "!*[Ii]mmigrat*", "*[Rr]etention*"],
        },
        new()
        {
            Name = "privacy",
            Words =
            [
                "privacy", "pii", "gdpr", "ccpa", "hipaa", "consent", "personal data", "personal information", "anonymize", "anonymise", "anonymization", "anonymisation", "pseudonymize", "pseudonymise",
                "datenschutz*", "dsgvo", "personenbezogen*", "einwilligung*", "anonymisier*", "pseudonymisier*",
                "vie privée", "rgpd", "données personnelles", "consentement", "anonymis*",
                "privacidad", "datos personales", "consentimiento", "anonimiz*",
                "privacidade", "dados pessoais", "lgpd", "consentimento",
                "персональн* данн*", "конфиденциальност*", "приватност*", "обезличиван*", "анонимизац*",
                "개인정보", "개인 정보", "프라이버시", "익명화", "個人情報", "プライバシー", "匿名化", "隐私", "隱私", "个人信息", "個人資料", "个人数据", "脱敏",
            ],
            PromptWords =
            [
                "personally identifiable", "sensitive data", "date of birth", "social security number", "ssn", "passport number", "medical record", "patient record", "health data", "data subject", "right to be forgotten", "user tracking",
                "données à caractère personnel", "daten der nutzer", "nutzerdaten", "kundendaten", "données des utilisateurs", "datos de los usuarios", "dados dos usuários", "данн* пользовател*", "주민등록번호", "マイナンバー", "身份证号",
            ],
        },
    ];
}
