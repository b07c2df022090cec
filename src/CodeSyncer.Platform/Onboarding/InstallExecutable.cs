namespace CodeSyncer.Platform.Onboarding;

/// <summary>Installs the user's executable. It stays where a later change fails: other repositories may use it by then.</summary>
internal sealed class InstallExecutable(UserExecutable executable, ExecutableSource source) : Change(executable.Path)
{
    public override void Apply() => executable.Install(source);

    public override void Undo()
    {
    }
}
