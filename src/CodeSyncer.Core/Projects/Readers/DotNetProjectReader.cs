namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Projects of C#, F# and Visual Basic.</summary>
internal sealed class DotNetProjectReader : IManifestReader
{
    public bool Reads(string name) => name.EndsWith(".csproj", StringComparison.Ordinal)
        || name.EndsWith(".fsproj", StringComparison.Ordinal) || name.EndsWith(".vbproj", StringComparison.Ordinal);

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var build = MsBuildFile.Read(file, tree);
        var project = new ProjectDraft(Ecosystem.DotNet, path, file.Name[..file.Name.LastIndexOf('.')]) { Note = file.Note, Alias = build["PackageId"] };
        var extension = file.Name[(file.Name.LastIndexOf('.') + 1)..];
        project.Languages.Add(extension switch { "csproj" => "C#", "fsproj" => "F#", _ => "Visual Basic" });
        foreach (var moniker in Monikers(build))
            project.Runtimes.Add(TargetMoniker.Display(moniker));
        foreach (var (name, version) in build.Packages)
        {
            project.Packages.Add(name, version);
            project.ReferToName(name);
        }

        foreach (var reference in build.References)
            project.ReferTo(reference);
        AddFrameworks(build, project);
        project.Description = build["Description"];
        project.Kind = KindOf(build, project);
        AddCommands(build, project, tree, extension);
        stack.Projects.Add(project);
    }

    private static string[] Monikers(MsBuildFile build)
    {
        var version = build["TargetFrameworkVersion"];
        var all = build["TargetFrameworks"] ?? build["TargetFramework"]
            ?? (version is null ? "" : "net" + version.TrimStart('v').Replace(".", "", StringComparison.Ordinal));
        return all.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static void AddFrameworks(MsBuildFile build, ProjectDraft project)
    {
        foreach (var sdk in build.Sdks)
            project.Packages.Add(sdk, null);
        if (IsWeb(build) || build.Frameworks.Contains("Microsoft.AspNetCore.App"))
            project.Packages.AddFramework("ASP.NET Core");
        if (build.Sdks.Contains("Microsoft.NET.Sdk.BlazorWebAssembly"))
            project.Packages.AddFramework("Blazor");
        if (build.IsTrue("UseMaui"))
            project.Packages.AddFramework("MAUI");
        if (build.IsTrue("UseWPF"))
            project.Packages.AddFramework("WPF");
        if (build.IsTrue("UseWindowsForms"))
            project.Packages.AddFramework("Windows Forms");
        if (build.IsTrue("IsAspireHost") || build.Sdks.Contains("Aspire.AppHost.Sdk"))
            project.Packages.AddFramework("Aspire");
        if (build.IsTrue("PublishAot"))
            project.Packages.AddFramework("NativeAOT");
    }

    private static bool IsWeb(MsBuildFile build) => build.Sdks.Contains("Microsoft.NET.Sdk.Web");

    private static ProjectKind KindOf(MsBuildFile build, ProjectDraft project)
    {
        var isExecutable = build["OutputType"]?.ToLowerInvariant() is "exe" or "winexe";
        if (project.Packages.Has("BenchmarkDotNet") && isExecutable)
            return ProjectKind.Benchmark;
        var isNamedTest = project.Name.EndsWith("Tests", StringComparison.Ordinal) || project.Name.EndsWith(".Test", StringComparison.Ordinal);
        if (build.IsTrue("IsTestProject") || build.Packages.Any(package => IsTestRunner(package.Name)) || build.Sdks.Contains("MSTest.Sdk")
            || (isNamedTest && project.Packages.HasRole(PackageRole.Test)))
            return ProjectKind.Test;
        if (build.IsTrue("PackAsTool"))
            return ProjectKind.CommandLineTool;
        if (IsWeb(build) || build.Sdks.Contains("Microsoft.NET.Sdk.BlazorWebAssembly"))
            return build["OutputType"]?.ToLowerInvariant() == "library" ? ProjectKind.Library : ProjectKind.WebApplication;
        var isWorker = build.Sdks.Contains("Microsoft.NET.Sdk.Worker");
        return isExecutable || isWorker ? ProjectKind.Application : ProjectKind.Library;
    }

    /// <summary>A library that helps tests names a test framework too, but not what runs tests.</summary>
    private static bool IsTestRunner(string package) => package.ToLowerInvariant()
        is "microsoft.net.test.sdk" or "xunit.runner.visualstudio" or "nunit3testadapter" or "mstest" or "tunit" or "yolodev.expecto.testsdk";

    private static void AddCommands(MsBuildFile build, ProjectDraft project, ManifestTree tree, string extension)
    {
        project.Offers(CommandPurpose.Build, "dotnet build");
        if (project.Kind == ProjectKind.Test)
        {
            project.Offers(CommandPurpose.Test, "dotnet test");
            return;
        }

        if (project.Kind == ProjectKind.Library)
            return;
        project.Offers(CommandPurpose.Run, project.Kind == ProjectKind.Benchmark ? "dotnet run -c Release" : "dotnet run");
        var program = RepositoryPath.Join(project.Folder, extension switch { "csproj" => "Program.cs", "fsproj" => "Program.fs", _ => "Program.vb" });
        var command = build["ToolCommandName"] ?? build["AssemblyName"] ?? project.Name;
        project.Start(project.Kind == ProjectKind.CommandLineTool ? command : null, tree.Has(program) ? program : null);
    }
}
