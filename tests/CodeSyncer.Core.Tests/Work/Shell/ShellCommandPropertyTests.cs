using System.Text;
using CodeSyncer.Core.Work.Shell;
using CsCheck;

namespace CodeSyncer.Core.Tests.Work.Shell;

public class ShellCommandPropertyTests
{
    private static readonly string[] Risky = ["git reset --hard", "rm a", "git -C dir stash", "sudo mv a b", "bash -c 'git clean -f'", "find . -delete"];

    private static readonly Gen<string> Pieces = Gen.OneOfConst(
        "git ", "reset ", "rm ", "sudo ", "find ", "-exec ", "sh ", "-c ", "eval ", "\"", "'", "`", "\\", "$", "$(", "$((", "((", "))", "${", "}", "{", "(", ")", "<<", "<<-", "<<<",
        "EOF", "\n", "\r\n", "&&", "||", ";", "|", "&", ">", ">>", ">&", "2>&1", "<(", "#", "<#", "#>", "@'", "@\"", "case ", "esac", "=", " ", "x", "alias ", "npx ", "env ", "\0", "é", "😀");

    /// <summary>Words of it may be quoted as people like.</summary>
    private static readonly Gen<Func<char, string>> Quoting = Gen.OneOfConst<Func<char, string>>(c => c.ToString(), c => $"'{c}'", c => $"\"{c}\"", c => $"\\{c}", c => $"''{c}", c => $"$'{c}'");

    [Fact]
    public void No_text_crashes_it() => Gen.OneOf(Pieces.Array[0, 30].Select(string.Concat), Gen.String).Sample(text =>
    {
        ShellCommand.CanLoseWork(text, name => name.Length % 3 == 0 ? text : name.Length % 3 == 1 ? "!" + text : null);
        ShellCommand.CanLoseWork(text.Split(' '), _ => null);
    }, iter: 20_000);

    [Fact]
    public void Quotes_within_the_words_change_nothing()
    {
        var words = Gen.OneOfConst("git reset", "/bin/rm a", "git -C dir stash", "sudo mv a b", "eval git clean", "echo git reset", "git log rm", "ls rm");
        Gen.Select(words, Quoting.Array[40]).Sample((command, quoting) =>
        {
            var expected = Judge(command);
            var quoted = new StringBuilder();
            for (var i = 0; i < command.Length; i++)
                quoted.Append(char.IsAsciiLetter(command[i]) ? quoting[i](command[i]) : command[i]);
            // A backslash or a dollar sign makes another name for PowerShell: a save too many.
            if (expected || !quoted.ToString().AsSpan().ContainsAny('\\', '$'))
                Assert.True(expected == Judge(quoted.ToString()), quoted.ToString());
        }, iter: 5000);
    }

    [Fact]
    public void What_stands_around_a_command_does_not_hide_it()
    {
        var frames = Gen.OneOfConst<Func<string, string>>(
            command => $"ls; {command}", command => $"ls && {command} && ls", command => $"( {command} )", command => $"x=$( {command} )", command => $"echo \"a $( {command} ) 'b\"",
            command => $"if ls; then {command}; fi", command => $"for i in a; do {command}; done", command => $"cat <<'E'\nit's\nE\n{command}", command => $"ls # it's\n{command}",
            command => $"echo 'a' \"b'\" \\\" && {command}", command => $"echo `{command.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`", command => $"ls | {{ {command}; }}",
            command => $"A='b c' {command}", command => $"ls 2>/dev/null; ! {command}", command => $"nohup {command} &");
        Gen.Select(Gen.OneOfConst(Risky), frames.Array[0, 5]).Sample((command, around) =>
        {
            var text = around.Aggregate(command, (inner, frame) => frame(inner));
            Assert.True(Judge(text), text);
        }, iter: 5000);
    }

    [Fact]
    public void What_is_only_quoted_is_no_command() => Gen.Select(Pieces.Array[0, 20].Select(string.Concat), Gen.OneOfConst("echo ", "grep -n ", "git commit -m ")).Sample((text, command) =>
    {
        // Single quotes end only at a single quote, in every shell.
        Assert.False(Judge($"{command}'{text.Replace("'", "", StringComparison.Ordinal)}'"));
    }, iter: 5000);

    [Theory]
    [InlineData("(")]
    [InlineData("((")]
    [InlineData("$((")]
    [InlineData("$(")]
    [InlineData("\"$(")]
    [InlineData("`")]
    [InlineData("${")]
    [InlineData("<<x\n")]
    [InlineData("<<x ")]
    [InlineData("find -exec ")]
    [InlineData("sudo ")]
    [InlineData("sudo eval ")]
    [InlineData("eval ")]
    [InlineData("bash -c ")]
    [InlineData("npx make run ")]
    [InlineData("git x;")]
    [InlineData("$a;")]
    [InlineData("sudo $a;")]
    [InlineData("$a=")]
    [InlineData("a'b'\"c\"")]
    [InlineData("awk >\" ")]
    public void A_repeated_piece_takes_no_long_time(string piece)
    {
        // 250 KB each: quadratic work would take minutes, nested work would not end or exhaust the stack.
        var text = string.Concat(Enumerable.Repeat(piece, 250_000 / piece.Length));
        ShellCommand.CanLoseWork(text, _ => text);
        ShellCommand.CanLoseWork(text + " ) ", _ => "!" + piece);
    }

    [Fact]
    public void What_is_too_long_to_be_read_can_lose_work() => Assert.True(Judge(new string(' ', 1 << 20)));

    private static bool Judge(string command) => ShellCommand.CanLoseWork(command, _ => null);
}
