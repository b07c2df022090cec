using CodeSyncer.Core.Endpoints;
using CsCheck;

namespace CodeSyncer.Core.Tests.Endpoints;

public class RouteTemplateTests
{
    [Theory]
    [InlineData("users/:id", "/users/{id}")]
    [InlineData("/users/{id:int?}/", "/users/{id?}")]
    [InlineData("/u/<uuid:key>/<path:rest>", "/u/{key}/{rest*}")]
    [InlineData("/files/{*path}", "/files/{path*}")]
    [InlineData("/files/{path...}", "/files/{path*}")]
    [InlineData("/a/*/b", "/a/{}/b")]
    [InlineData("/top/:length?", "/top/{length?}")]
    [InlineData("/flights/:from-:to", "/flights/{from}-{to}")]
    [InlineData("/a(.:format)", "/a")]
    [InlineData("/a?x=1#y", "/a")]
    [InlineData("//a///b", "/a/b")]
    [InlineData("", "/")]
    [InlineData("/{id:^[a-z/]+$}/x", "/{id}/x")]
    [InlineData("/사용자/{id}", "/사용자/{id}")]
    public void Every_form_becomes_one(string written, string form) => Assert.Equal(form, RouteTemplate.Parse(written).Text);

    [Theory]
    [InlineData("/users/{id}", "/users/7", true)]
    [InlineData("/users/{id}", "/users/{}", true)]
    [InlineData("/users/me", "/users/{}", false)]
    [InlineData("/users/{id}", "/users", false)]
    [InlineData("/Users/{id}", "/users/7", true)]
    [InlineData("/files/{path*}", "/files/a/b/c", true)]
    [InlineData("/{path*}", "/anything", false)]
    [InlineData("/top/{length?}", "/top", true)]
    [InlineData("/top/{length?}/page/{page?}", "/top/week", true)]
    [InlineData("/top/{length?}/page/{page?}", "/top/week/page/2", true)]
    [InlineData("/top/{length?}/page/{page?}", "/top/week/side/2", false)]
    [InlineData("/f-{id}.json", "/f-9.json", true)]
    [InlineData("/f-{id}.json", "/g-9.json", false)]
    public void Templates_are_compared_as_templates(string offered, string called, bool answers) =>
        Assert.Equal(answers, RouteTemplate.Parse(offered).Answers(RouteTemplate.Parse(called)));

    [Fact]
    public void A_form_stays_as_it_is()
    {
        var text = Gen.Char["/abz:{}<>()*?.-$^|#\u4e2d "].Array[0, 24].Select(letters => new string(letters));
        text.Sample(written =>
        {
            var once = RouteTemplate.Parse(written).Text;
            Assert.StartsWith("/", once);
            Assert.Equal(once.Length > 1 ? once.TrimEnd('/') : once, once);
        });
    }
}
