using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Core.Tests.Endpoints;

public class EndpointMapTests
{
    [Fact]
    public void A_call_finds_what_answers_it_whole_behind_a_base_address_or_behind_a_gateway()
    {
        var map = new EndpointMap(
            [Offer("GET", "/api/orders/{id}", "orders"), Offer("ANY", "/owners", "customers"), Offer("GET", "/{path*}", "site")],
            [Call("GET", "/api/orders/7"), Call("GET", "/orders/{}", hasBase: true), Call("POST", "/api/customer/owners"), Call("PUT", "/api/orders/7"), Call("GET", "/order", hasBase: true)]);
        Assert.Equal(["/api/orders/{id}"], map.AnswersOf(map.Calls.Single(call => call is { Method: "GET", Template: "/api/orders/7" })).Select(endpoint => endpoint.Template));
        Assert.Equal(["/api/orders/{id}"], map.AnswersOf(map.Calls.Single(call => call is { HasBase: true, Template: "/orders/{}" })).Select(endpoint => endpoint.Template));
        Assert.Equal(["/owners"], map.AnswersOf(map.Calls.Single(call => call.Method == "POST")).Select(endpoint => endpoint.Template));
        Assert.Empty(map.AnswersOf(map.Calls.Single(call => call.Template == "/order")));
        var (unmatched, nearest) = Assert.Single(map.Unmatched(), one => one.Call.Template != "/order");
        Assert.Equal(("PUT", "/api/orders/{id}"), (unmatched.Method, nearest!.Template));
    }

    [Fact]
    public void A_wrong_beginning_is_no_gateway_unless_it_names_the_service_or_many_calls_have_it()
    {
        Endpoint[] offers = [Offer("GET", "/users/{id}", "accounts"), Offer("GET", "/users", "accounts"), Offer("POST", "/users", "accounts"), Offer("GET", "/api/v1/orders", "orders")];
        var guess = new EndpointMap(offers, [Call("GET", "/wrong/prefix/users/7"), Call("GET", "/api/users/7"), Call("GET", "/orders"), Call("GET", "/api/accounts/users/7")]);
        Assert.Equal(["/api/users/7", "/orders", "/wrong/prefix/users/7"], guess.Unmatched().Select(one => one.Call.Template).Order(StringComparer.Ordinal));
        Assert.Equal("/users/{id}", guess.Unmatched().Single(one => one.Call.Template == "/wrong/prefix/users/7").Nearest!.Template);
        var proxied = new EndpointMap(offers[..3], [Call("GET", "/api/users/7"), Call("GET", "/api/users"), Call("POST", "/api/users")]);
        Assert.Empty(proxied.Unmatched());
    }

    [Fact]
    public void A_path_of_parameters_alone_answers_nobody_in_another_repository()
    {
        var map = new EndpointMap([Offer("GET", "/{name}", "accounts")], [Call("GET", "/comments"), Call("GET", "/kim", host: "http://accounts:6000")]);
        Assert.Equal(["/kim"], map.Offered().Single().Callers.Select(call => call.Template));
    }

    [Fact]
    public void Without_a_host_the_own_project_answers_before_others()
    {
        var map = new EndpointMap([Offer("GET", "/login", "web"), Offer("GET", "/login", "api")], [Call("GET", "/login")]);
        Assert.Equal("web", Assert.Single(map.AnswersOf(map.Calls[0])).Rig);
    }

    [Fact]
    public void What_goes_to_somebody_elses_host_is_not_judged()
    {
        var map = new EndpointMap([Offer("GET", "/a", "x")], [Call("GET", "/v1/charges", host: "https://api.stripe.com"), Call("GET", "/b", host: "http://localhost:8080")]);
        Assert.Equal("/b", Assert.Single(map.Unmatched()).Call.Template);
    }

    [Fact]
    public void Behind_an_unknown_base_address_only_neighbours_say_what_is_missing()
    {
        Assert.Empty(new EndpointMap([Offer("GET", "/a", "web")], [Call("GET", "/b", hasBase: true)]).Unmatched());
        Assert.Single(new EndpointMap([Offer("GET", "/a", "api")], [Call("GET", "/b", hasBase: true)]).Unmatched());
        Assert.Single(new EndpointMap([Offer("GET", "/a", "web")], [Call("GET", "/b")]).Unmatched());
    }

    [Fact]
    public void A_route_that_a_description_names_too_is_one_endpoint_at_the_place_of_the_code()
    {
        var map = new EndpointMap([Offer("GET", "/pets/{id}", "x") with { Framework = "OpenAPI", Response = "Pet", Path = "openapi.json" }, Offer("GET", "/pets/{petId}", "x") with { Path = "Pets.cs" }], []);
        var endpoint = Assert.Single(map.Endpoints);
        Assert.Equal(("Pets.cs", "Pet"), (endpoint.Path, endpoint.Response));
    }

    [Fact]
    public void A_host_that_is_named_like_a_project_is_that_project()
    {
        var map = new EndpointMap([Offer("GET", "/items", "catalog"), Offer("GET", "/items", "basket")], [Call("GET", "/items", host: "http://basket:8080")]);
        Assert.Equal("basket", Assert.Single(map.AnswersOf(map.Calls[0])).Rig);
    }

    [Fact]
    public void A_service_is_offered_by_who_serves_it_wherever_copies_of_its_description_lie()
    {
        Endpoint[] copies = [Rpc("protos", ""), Rpc("shop", "src/cart"), Rpc("shop", "src/web")];
        var call = Call("RPC", "/CartService/getCartAsync");
        var map = new EndpointMap(copies, [call, Call("RPC", "/CartService/withDeadlineAfter")], [new ServedService("CartService", "src/cart/server.go", 9, "src/cart", "shop"), new ServedService("Other", "x.go", 1, "x", "shop")]);
        var endpoint = Assert.Single(map.Endpoints);
        Assert.Equal(("shop", "src/cart", "src/cart/cart.proto"), (endpoint.Rig, endpoint.Project, endpoint.Path));
        Assert.Same(endpoint, Assert.Single(map.AnswersOf(Assert.Single(map.Calls))));
        Assert.Empty(map.Unmatched());
    }

    [Fact]
    public void A_service_whose_server_has_no_description_is_found_at_its_server()
    {
        var endpoint = Assert.Single(new EndpointMap([Rpc("protos", "")], [], [new ServedService("CartService", "server.go", 9, "", "cart")]).Endpoints);
        Assert.Equal(("cart", "server.go", 9), (endpoint.Rig, endpoint.Path, endpoint.Line));
    }

    [Fact]
    public void Of_a_service_that_no_code_serves_one_description_a_rig_counts()
    {
        var map = new EndpointMap([Rpc("protos", ""), Rpc("shop", "src/cart"), Rpc("shop", "src/web")], []);
        Assert.Equal(["protos", "shop"], map.Endpoints.Select(endpoint => endpoint.Rig));
    }

    private static Endpoint Rpc(string rig, string project) => new() { Method = "RPC", Template = "/shop.v1.CartService/GetCart", Rig = rig, Project = project, Framework = "gRPC", Path = project.Length == 0 ? "cart.proto" : $"{project}/cart.proto", Line = 3 };

    private static Endpoint Offer(string method, string template, string rig) => new() { Method = method, Template = template, Rig = rig, Framework = "x", Path = "a.cs", Line = 1 };

    private static EndpointCall Call(string method, string template, bool hasBase = false, string? host = null) =>
        new() { Method = method, Template = template, HasBase = hasBase, Host = host, Rig = "web", Framework = "fetch", Path = "b.ts", Line = 1 };
}
