using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Lint;

namespace CodeSyncer.Core.Tests.Lint;

public class EndpointLintTests
{
    private static readonly Endpoint User = Offer("api", "/users/{id}") with { Request = "Query", Response = "UserDto" };

    [Fact]
    public void A_changed_type_under_a_caller_in_another_rig_is_told_with_both_types()
    {
        var finding = Assert.Single(Run([User with { Request = "Ask", Response = "UserV2" }], [User], [Call("web", "/users/1")]));
        Assert.Equal((LintRuleId.ChangedEndpoint, LintSeverity.Warning, "api"), (finding.Rule, finding.Severity, finding.Rig));
        Assert.Equal("GET /users/{id} was changed under its callers at web/a.ts:3: its request was Query and is Ask; its response was UserDto and is UserV2", finding.Message);
    }

    [Fact]
    public void A_type_that_is_as_it_was_or_is_not_known_is_no_change()
    {
        Assert.Empty(Run([User], [User], [Call("web", "/users/1")]));
        Assert.Empty(Run([User with { Response = null, Line = 9 }], [User], [Call("web", "/users/1")]));
        Assert.Empty(Run([User], [User with { Request = null, Response = null }], [Call("web", "/users/1")]));
    }

    [Fact]
    public void A_caller_within_the_project_or_one_that_names_the_new_type_needs_no_word()
    {
        Assert.Empty(Run([User with { Response = "UserV2" }], [User], [Call("api", "/users/1")]));
        Assert.Empty(Run([User with { Response = "UserV2" }], [User], [Call("web", "/users/1") with { Response = "UserV2" }]));
        Assert.Single(Run([User with { Response = "UserV2" }], [User], [Call("web", "/users/1") with { Response = "UserDto" }]));
        Assert.Single(Run([User with { Response = "UserV2" }], [User], [Call("api", "/users/1") with { Project = "site" }]));
    }

    [Fact]
    public void An_endpoint_that_is_gone_is_told_where_it_is_still_called()
    {
        var findings = Run([Offer("api", "/people/{id}")], [User], [Call("web", "/users/1")]);
        Assert.Equal([LintRuleId.UnmatchedCall, LintRuleId.ChangedEndpoint], findings.Select(finding => finding.Rule));
        Assert.Equal("GET /users/{id} is offered no more, and is still called at web/a.ts:3", findings[1].Message);
        Assert.Empty(Run([Offer("api", "/people/{id}")], [User], []));
    }

    [Fact]
    public void Every_rigs_findings_matter_as_much_as_its_own_configuration_says()
    {
        var strict = Settings.Default with { Lint = new Dictionary<string, LintSeverity> { [LintRuleId.UnmatchedCall] = LintSeverity.Error } };
        var lax = Settings.Default with { Lint = new Dictionary<string, LintSeverity> { [LintRuleId.UnmatchedCall] = LintSeverity.Off } };
        var map = new EndpointMap([User], [Call("web", "/nothing"), Call("app", "/nothing"), Call("site", "/nothing")]);
        var findings = EndpointLint.Run(map, [], rig => rig switch { "web" => strict, "app" => lax, _ => Settings.Default });
        Assert.Equal([("site", LintSeverity.Warning), ("web", LintSeverity.Error)], findings.Select(finding => (finding.Rig, finding.Severity)));
        Assert.Equal((true, false, false), (EndpointLint.CanStop(strict), EndpointLint.CanStop(lax), EndpointLint.CanStop(Settings.Default)));
    }

    private static IReadOnlyList<LintFinding> Run(Endpoint[] now, Endpoint[] before, EndpointCall[] calls) =>
        EndpointLint.Run(new EndpointMap(now, calls), before, _ => Settings.Default);

    private static Endpoint Offer(string rig, string template) =>
        new() { Method = "GET", Template = template, Framework = "FastAPI", Path = "app.py", Line = 4, Rig = rig };

    private static EndpointCall Call(string rig, string template) =>
        new() { Method = "GET", Template = template, Framework = "fetch", Path = "a.ts", Line = 3, Rig = rig };
}
