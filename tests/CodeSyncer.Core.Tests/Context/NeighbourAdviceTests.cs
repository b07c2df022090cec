using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Core.Tests.Context;

/// <summary>What is told of files before they are changed.</summary>
public class NeighbourAdviceTests
{
    [Fact]
    public void What_was_taken_away_under_its_callers_stands_before_all_else()
    {
        var told = Render([Offer("/orders"), Offer("/people/{id}")], [Offer("/users/{id}"), Offer("/orders")], Call("/users/1"), Call("/orders"));
        Assert.Equal("Heading\n- **offers no more** `GET /users/{id}`, still called at `web/a.ts:3`\n- offers `GET /orders`, called at `web/a.ts:3`\n", told);
    }

    [Fact]
    public void The_last_endpoint_that_is_taken_away_is_told_too() =>
        Assert.Equal("Heading\n- **offers no more** `GET /users`, still called at `web/a.ts:3`\n", Render([], [Offer("/users")], Call("/users")));

    [Fact]
    public void A_changed_type_is_told_with_its_callers_and_only_once()
    {
        var told = Render([Offer("/users") with { Response = "UserV2" }], [Offer("/users") with { Response = "User" }], Call("/users"));
        Assert.Equal("Heading\n- **changed** `GET /users` under its callers at `web/a.ts:3`: its response was User and is UserV2\n", told);
    }

    [Fact]
    public void What_nobody_else_relies_on_is_not_told()
    {
        Assert.Equal("", Render([Offer("/users")], [Offer("/gone")]));
        Assert.Equal("", Render([Offer("/users")], [], Call("/users") with { Rig = "api" }));
        Assert.NotEqual("", Render([Offer("/users")], [], Call("/users") with { Rig = "api", Project = "site" }));
    }

    [Fact]
    public void Of_calls_in_vain_only_those_at_hand_are_told()
    {
        var map = new EndpointMap([Offer("/users")], [Call("/user"), Call("/order") with { Path = "b.ts" }]);
        var told = NeighbourAdvice.Render("Heading", map, "web", ["a.ts"], [], (_, _) => [], 2000);
        Assert.Equal("Heading\n- calls `GET /user`, **which nobody offers**; nearest: `GET /users` at `api/app.py:4`\n", told);
    }

    private static string Render(Endpoint[] now, Endpoint[] before, params EndpointCall[] calls)
    {
        var map = new EndpointMap(now, calls);
        return NeighbourAdvice.Render("Heading", map, "api", ["app.py"], EndpointChanges.Of(map, before), (_, _) => [], 2000);
    }

    private static Endpoint Offer(string template) => new() { Method = "GET", Template = template, Framework = "FastAPI", Path = "app.py", Line = 4, Rig = "api" };

    private static EndpointCall Call(string template) => new() { Method = "GET", Template = template, Framework = "fetch", Path = "a.ts", Line = 3, Rig = "web" };
}
