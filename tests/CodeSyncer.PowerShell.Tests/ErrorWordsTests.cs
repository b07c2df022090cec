using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;

namespace CodeSyncer.PowerShell.Tests;

[Collection(ModuleCollection.Name)]
public sealed partial class ErrorWordsTests(StagedModule module)
{
    /// <remarks>TitleOrFile and UnknownAgent are of verbs that have no cmdlet.</remarks>
    [Fact]
    public void No_error_names_a_verb_or_an_option_of_the_executable()
    {
        Assert.Empty(module.Invoke("Get-Module CodeSyncer.Tools").Succeeded().Errors);
        var ours = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "CodeSyncer.PowerShell");
        var told = ours.GetType("CodeSyncer.PowerShell.CommandWords")!.GetMethod("InPowerShell")!;
        var texts = AssemblyLoadContext.GetLoadContext(ours)!.LoadFromAssemblyName(new AssemblyName("CodeSyncer.Core")).GetTypes().Where(type => type.Namespace == "CodeSyncer.Core.Errors" && type.Name is "LedgerErrors" or "ConvoyErrors" or "MailErrors" or "WorkErrors" or "HandoffErrors" or "AgentErrors" or "TownErrors")
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(error => error.ReturnType.Name == "CodeSyncerException" && error.Name is not ("TitleOrFile" or "UnknownAgent"))
            .SelectMany(error => Texts(error).Select(text => $"{error.Name}: {told.Invoke(null, [text])}")).ToList();
        Assert.True(texts.Count > 50);
        Assert.Equal("", string.Join('\n', texts.Where(text => OfTheExecutable().IsMatch(text)).Distinct()));
    }

    private static IEnumerable<string> Texts(MethodInfo error)
    {
        foreach (var few in new[] { true, false })
        {
            var made = (Exception)error.Invoke(null, [.. error.GetParameters().Select(parameter => Value(parameter.ParameterType, few))])!;
            yield return made.Message;
            yield return (string)made.GetType().GetProperty("Hint")!.GetValue(made)!;
        }
    }

    /// <summary>Some value of a parameter, or null where that may be.</summary>
    private static object? Value(Type type, bool few) =>
        type == typeof(string) ? "closed12"
        : type == typeof(int) ? 2
        : type == typeof(long) ? 2L
        : type.IsAssignableFrom(typeof(IOException)) ? new IOException("full")
        : few ? Array.Empty<string>() : new[] { "a", "b" };

    [GeneratedRegex(@"(?<!git(\s\w+)?)\s--\w|'(bead|convoy|mail|ledger|agent|work|handoff|init|town|crew|polecat|escalate|queue) \w|codesyncer \w")]
    private static partial Regex OfTheExecutable();
}
