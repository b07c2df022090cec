using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Platform.Tests.Onboarding;

public sealed class ProgramVersionTests
{
    [Theory]
    [InlineData("1.0.0", "0.9.9", true)]
    [InlineData("1.10.0", "1.9.0", true)]
    [InlineData("1.0.0", "1.0.0", false)]
    [InlineData("1.0.0", "1.0.0-rc.1", true)]
    [InlineData("1.0.0-rc.1", "1.0.0", false)]
    [InlineData("1.0.0-rc.2", "1.0.0-rc.1", true)]
    [InlineData("1.0.0-rc.10", "1.0.0-rc.9", true)]
    [InlineData("1.0.0 (NativeAOT)", "0.9.0 (ReadyToRun)", true)]
    [InlineData("1.0.0-1", "1.0.0-alpha", false)]
    [InlineData("1.0.0-alpha.1", "1.0.0-alpha", true)]
    [InlineData("1.0.0+build", "1.0.0", false)]
    [InlineData("what", "0.0.1", false)]
    public void Versions_are_compared_as_semantic_versions(string version, string than, bool newer) =>
        Assert.Equal(newer, ProgramVersion.Parse(version).IsNewerThan(ProgramVersion.Parse(than)));
}
