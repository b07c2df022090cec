using System.Management.Automation;
using System.Xml.Linq;

namespace CodeSyncer.PowerShell.Tests;

[Collection(ModuleCollection.Name)]
public sealed class HelpTests(StagedModule module)
{
    private static readonly XElement Help = XElement.Load(Path.Combine(StagedModule.Folder, "en-US", "CodeSyncer.PowerShell.dll-Help.xml"));

    [Fact]
    public void Every_cmdlet_says_what_it_does_and_shows_an_example()
    {
        foreach (var command in Commands())
        {
            var help = HelpOf(command.Name);
            Assert.NotEmpty(Inner(help, "details").Elements().Single(element => element.Name.LocalName == "description").Value);
            Assert.NotEmpty(Inner(help, "description").Value);
            Assert.NotEmpty(Inner(help, "examples").Elements());
        }
    }

    [Fact]
    public void The_help_names_every_parameter_and_no_other()
    {
        foreach (var command in Commands())
        {
            var own = command.Parameters.Keys.Except(Cmdlet.CommonParameters).Order();
            var told = Inner(HelpOf(command.Name), "parameters").Elements()
                .Where(parameter => Inner(parameter, "description").Value.Length > 0)
                .Select(parameter => Inner(parameter, "name").Value).Order();
            Assert.Equal((command.Name, string.Join(", ", own)), (command.Name, string.Join(", ", told)));
        }
    }

    [Fact]
    public void The_help_knows_no_cmdlet_that_is_not_there() =>
        Assert.Equal(Commands().Select(command => command.Name).Order(), Help.Elements().Select(command => Inner(Inner(command, "details"), "name").Value).Order());

    private List<CmdletInfo> Commands() =>
        [.. module.Invoke("Get-Command -CommandType Cmdlet -Module CodeSyncer.Tools").Succeeded().Output.Select(command => (CmdletInfo)command.BaseObject)];

    private static XElement HelpOf(string name) => Help.Elements().Single(command => Inner(Inner(command, "details"), "name").Value == name);

    private static XElement Inner(XElement outer, string name) => outer.Elements().Single(element => element.Name.LocalName == name);
}
