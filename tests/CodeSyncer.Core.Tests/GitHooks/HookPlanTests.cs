using System.Text;
using CodeSyncer.Core.GitHooks;

namespace CodeSyncer.Core.Tests.GitHooks;

public sealed class HookPlanTests
{
    [Theory]
    [InlineData("#!/bin/sh\n", true)]
    [InlineData("#! /bin/sh -e\n", true)]
    [InlineData("#!/bin/sh", true)]
    [InlineData("#!/usr/bin/env bash\n", true)]
    [InlineData("#!/usr/bin/env -S LANG=C bash -eu\n", true)]
    [InlineData("#!/usr/local/bin/zsh\n", true)]
    [InlineData("#!/bin/busybox sh\n", false)]
    [InlineData("#!/bin/sh\r\n", false)]
    [InlineData("#!/usr/bin/env python3\n", false)]
    [InlineData("#!/usr/bin/env\n", false)]
    [InlineData("#!\n", false)]
    [InlineData("#!/usr/bin/fish\n", false)]
    [InlineData("echo no first line\n", false)]
    [InlineData("\u007fELF", false)]
    [InlineData("", false)]
    public void A_shell_script_is_told_by_its_first_line(string text, bool expected) =>
        Assert.Equal(expected, HookPlan.IsShellScript(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void The_form_follows_from_what_is_there()
    {
        var script = Encoding.ASCII.GetBytes("#!/bin/sh\n");
        Assert.Equal(HookForm.Fresh, HookPlan.FormFor(null));
        Assert.Equal(HookForm.Section, HookPlan.FormFor(new ExistingHook(script, IsSymbolicLink: false, IsExecutable: true)));
        Assert.Equal(HookForm.Kept, HookPlan.FormFor(new ExistingHook(script, IsSymbolicLink: true, IsExecutable: true)));
        Assert.Equal(HookForm.Kept, HookPlan.FormFor(new ExistingHook("#!/usr/bin/perl\n"u8.ToArray(), IsSymbolicLink: false, IsExecutable: true)));
        Assert.Equal(HookForm.Aside, HookPlan.FormFor(new ExistingHook(script, IsSymbolicLink: false, IsExecutable: false)));
    }

    [Fact]
    public void Every_shim_is_lf_ascii_and_without_a_placeholder_left()
    {
        foreach (var shim in new[] { HookShim.ForRepository("/home/kim/it's here/codesyncer"), HookShim.ForSharedPlace("/x"), HookShim.ForTrackedFile() })
        {
            foreach (var hook in GitHook.All)
            {
                foreach (var form in Enum.GetValues<HookForm>())
                {
                    var body = shim.Body(hook, form, hook + ".codesyncer-kept");
                    Assert.DoesNotContain('\r', body);
                    Assert.DoesNotMatch("@[A-Z_]+@", body);
                    Assert.All(body, character => Assert.InRange(character, '\n', '~'));
                    Assert.EndsWith("\n", body);
                    Assert.Equal(hook == GitHook.PreCommit, body.Contains("exit 1", StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void A_tracked_shim_names_no_path_of_anybodys_machine() =>
        Assert.DoesNotContain("/home/", HookShim.ForTrackedFile().Body("pre-commit", HookForm.Fresh));
}
