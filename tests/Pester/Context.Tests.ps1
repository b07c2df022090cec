BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'shared.psm1')
    Import-Module (Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1')
    $PSStyle.OutputRendering = 'PlainText'
}

Describe 'Get-Decision and Get-ContextTag' {
    BeforeEach {
        $user = New-User
        $repository = New-Repository $user
    }

    AfterEach { Remove-User $user }

    It 'goes down the pipeline to the cmdlets of PowerShell' {
        (Get-Decision | Get-Item).Name | Should -Be 'pay.cs'
        (Get-Decision | Get-Content -TotalCount 2)[1] | Should -Be 'class Pay;'
        (Get-ChildItem src | Get-ContextTag).Kind | Should -Be 'decision', 'todo'
        (Get-Item src/pay.cs | Get-ContextTag -Kind todo).Line | Should -Be 3
    }

    It 'fits a table into <_> columns' -ForEach 80, 120 {
        $lines = (Get-ContextTag | Out-String -Width $_).Split("`n").TrimEnd()
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $lines -match 'decision +2026-01-15 +Charge at once' | Should -Not -BeNullOrEmpty
        $lines -match 'src/pay\.cs:1' | Should -Not -BeNullOrEmpty
    }

    It 'shows no control characters in its views' {
        Add-File 'src/evil.cs' "// @codesyncer-decision Red `e[31mhere`a`n"
        $PSStyle.OutputRendering = 'Ansi'
        foreach ($view in (Get-Decision src/evil.cs | Format-Table | Out-String), (Get-Decision src/evil.cs | Format-List | Out-String)) {
            $view | Should -Match 'Red'
            $view | Should -Not -Match '\x07|\x1b\[31m'
        }
        $PSStyle.OutputRendering = 'PlainText'
    }

    It 'adds who and when with -Blame, and nobody for a line that is in no commit' {
        Add-File 'src/new.cs' "// @codesyncer-decision Not committed yet`n"
        $tags = Get-Decision -Blame
        $tags[0].Author | Should -BeNullOrEmpty
        $tags[1].Author | Should -Be 'Kim Lee'
        $tags[1].AuthoredAt.ToString('o') | Should -Be '2026-01-15T09:00:00.0000000+09:00'
        $tags[1].Commit | Should -Be (git rev-parse HEAD)
        $tags | Out-String | Should -Match 'Authored +Author'
    }

    It 'completes <Line> with <Word>' -ForEach @(
        @{ Line = 'Get-ContextTag -Kind dec'; Word = 'decision' }
        @{ Line = 'Get-ContextTag -Rev ma'; Word = 'main' }
        @{ Line = 'Sync-Context -Rev ma'; Word = 'main' }
    ) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Word
    }
}

Describe 'Sync-Context, Test-Context and what they say' {
    BeforeEach {
        $user = New-User
        $repository = New-Repository $user
    }

    AfterEach { Remove-User $user }

    It 'does nothing with -WhatIf' {
        $before = Get-Print $repository
        Sync-Context -WhatIf
        Sync-Context -To published -WhatIf
        Get-Print $repository | Should -Be $before
    }

    It 'publishes to a folder, and tells when that is due' {
        (Sync-Context -To published -PassThru).State | Should -Be (@('Written') * 4)
        Test-Context -To published -Quiet | Should -BeTrue
        Add-File 'docs/b.rb' "# @codesyncer-rule Two decimals`n"
        git add -A
        $check = Test-Context -To published
        $check.Passed | Should -BeFalse
        $check.StaleDocuments | Should -Be 'RULES.md'
    }

    It 'finds what lint finds' {
        Add-File 'src/b.cs' "// @codesyncer-decision [2026-02-31] The thirty-first of February`n"
        $finding = (Test-Context).Findings | Where-Object RelativePath -EQ 'src/b.cs'
        $finding | Should -HaveCount 1
        $finding.Hint | Should -Not -BeNullOrEmpty
        (Test-Context).ToSarif() | ConvertFrom-Json | ForEach-Object version | Should -Be '2.1.0'
        (Test-Context).ToGitHub() | Should -Match '^::'
    }

    It 'measures tags and documents' {
        $rows = Measure-Context
        ($rows | Where-Object Group -EQ 'Kind' | Measure-Object Tags -Sum).Sum | Should -Be 3
        ($rows | Where-Object Name -EQ 'src').Tags | Should -Be 2
        ($rows | Where-Object Name -EQ 'prime').Bytes | Should -BeGreaterThan 0
    }

    It 'shows where the work stands' {
        Show-Context | Should -Match 'main'
    }

    It 'watches until it is stopped' {
        $update = Watch-Context | Select-Object -First 1
        $update.Tags | Should -Be 3
        $update.Written | Should -Contain 'DECISIONS.md'
    }
}
