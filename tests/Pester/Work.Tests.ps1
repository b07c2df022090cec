BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'shared.psm1')
    $module = Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1'
    Import-Module $module
    $PSStyle.OutputRendering = 'PlainText'

    # What a table or a list looks like on a terminal of this width.
    function Show-At([int]$Width) { ($input | Out-String -Width $Width).Split("`n").TrimEnd() | Where-Object Length }
}

Describe 'Saved work' {
    BeforeEach {
        $user = New-User
        $repository = New-Repository $user
        git config user.name 'Kim Lee'
        Add-File 'src/pay.cs' "class Pay { int amount; }`n"
        Add-File 'notes/new.txt' "hello`n"
        git rm -q docs/a.rb
    }

    AfterEach { Remove-User $user }

    It 'comes back after a reset and a clean' {
        $before = git status --porcelain
        $saved = Save-WorkHook 'half done'
        git reset -q --hard
        git clean -fdq
        git status --porcelain | Should -BeNullOrEmpty
        (Restore-WorkHook).Id | Should -Be $saved.Id
        git status --porcelain | Should -Be $before
        Get-Content src/pay.cs | Should -Be 'class Pay { int amount; }'
    }

    It 'is saved by a commit and a switch once the repository is onboarded' {
        Install-CodeSyncer 6> $null
        # The whole work tree follows in a process of its own, so that git does not wait.
        function Wait-For([string]$What) {
            foreach ($wait in 1..150) {
                if ($found = Get-WorkHook -Branch other | Where-Object Event -EQ $What) { return $found }
                Start-Sleep -Milliseconds 200
            }
        }
        git switch -q -c other
        (Wait-For 'switch').ChangedPaths | Should -Be 'AGENTS.md', 'CLAUDE.md', 'docs/a.rb', 'notes/new.txt', 'src/pay.cs'
        Save-All 'all of it'
        (Wait-For 'commit').Changed | Should -Be 0
    }

    It 'is the rows of a table' {
        $null = New-Bead 'Refunds' -Id pay-1 | Lock-Bead
        $saved = Save-WorkHook 'half done: the gateway answers with 500 for every card that has expired'
        $null = Save-WorkHook -Agent shop/polecats/ada
        foreach ($width in 80, 120) {
            $rows = Get-WorkHook | Show-At $width
            $rows | Where-Object Length -GT $width | Should -BeNullOrEmpty
            $rows -match "^$($saved.ShortId) \d\d-\d\d \d\d:\d\d main +3 pay-1 +asked, half done: " | Should -HaveCount 1
            $rows = Get-WorkHook -All | Show-At $width
            $rows | Where-Object Length -GT $width | Should -BeNullOrEmpty
            $rows -match "^$($saved.ShortId) [-\d]+ [:\d]+ Kim Lee +main +3 asked, half" | Should -HaveCount 1
            $rows -match '…op/polecats/ada main +3 asked$' | Should -HaveCount 1
        }
    }

    It 'is a list when one is asked for' {
        $saved = Save-WorkHook 'half done' -Step refund
        $list = Get-WorkHook $saved.ShortId | Show-At 100
        $list -match "^Id +: $($saved.Id)$" | Should -HaveCount 1
        $list -match '^Branch +: main at [0-9a-f]{10}$' | Should -HaveCount 1
        $list -match '^Step +: refund$' | Should -HaveCount 1
        $list -match '^Changed +: docs/a.rb$' | Should -HaveCount 1
        $list -match '^Difference' | Should -BeNullOrEmpty
    }

    It 'shows what restoring it would change' {
        $null = Save-WorkHook
        Get-WorkHook -Difference | Show-At 100 | Should -Contain 'Difference : the files are as they were saved'
        git reset -q --hard
        Get-WorkHook -Difference | Show-At 100 | Should -Contain '             +class Pay { int amount; }'
    }

    It 'says what restoring did' {
        $null = Save-WorkHook
        git reset -q --hard
        $list = Get-WorkHook -Newest 1 | Restore-WorkHook -Destination ../other | Show-At 100
        $list -match '^Into +: .*other$' | Should -HaveCount 1
        $list -match '^ +src/pay.cs$' | Should -HaveCount 1
        $list -match '^Deleted +: docs/a.rb$' | Should -HaveCount 1
        '../other/notes/new.txt' | Should -Exist
    }

    It 'shows no control characters in its views' {
        $null = Save-WorkHook "`e[31mRed`a" -Step "`e]0;owned`a"
        New-Handoff "`e[31mRed`a" -Test "`e]0;owned`a" | Out-Null
        $PSStyle.OutputRendering = 'Ansi'
        $views = (Get-WorkHook | Out-String), (Get-WorkHook -All | Out-String), (Get-WorkHook -Difference | Out-String), (Get-Handoff | Out-String),
            (Get-Handoff | Format-List | Out-String), (Show-Context), (Show-Context -AsObject | Out-String)
        $PSStyle.OutputRendering = 'PlainText'
        $views | Should -HaveCount 7
        foreach ($view in $views) {
            $view | Should -Match 'Red|\\x1b'
            $view | Should -Not -Match '\x07|\x1b\[31m|\x1b\]'
        }
    }

    It 'is deleted only when that is confirmed' {
        $null = Save-WorkHook
        pwsh -NoProfile -NonInteractive -Command "Import-Module '$module'; Clear-WorkHook" *> $null
        Get-WorkHook | Should -HaveCount 1
        Clear-WorkHook -Confirm:$false
        Get-WorkHook | Should -BeNullOrEmpty
    }

    It 'is refused over unsaved work, with an error that can be caught' {
        $null = Save-WorkHook
        Add-File 'src/pay.cs' "class Mine;`n"
        { Restore-WorkHook } | Should -Throw -ErrorId 'UnsavedWork,*' -ExpectedMessage "*'src/pay.cs'"
        Get-Content src/pay.cs | Should -Be 'class Mine;'
    }

    It 'completes <Line> with <Word>' -ForEach @(
        @{ Line = 'Get-WorkHook '; Word = '[0-9a-f]*' }
        @{ Line = 'Restore-WorkHook -Id '; Word = '[0-9a-f]*' }
        @{ Line = 'Get-WorkHook -Agent k'; Word = "'Kim Lee'" }
        @{ Line = 'Save-WorkHook -Agent b'; Word = 'bob' }
        @{ Line = 'Show-Context -Agent b'; Word = 'bob' }
        @{ Line = 'Get-WorkHook -Branch m'; Word = 'main' }
        @{ Line = 'Clear-WorkHook m'; Word = 'main' }
        @{ Line = 'Get-Handoff '; Word = 'hand-*' }
        @{ Line = 'Get-Handoff -Agent b'; Word = 'bob' }
        @{ Line = 'Install-CodeSyncer -Agent cla'; Word = 'claude' }
        @{ Line = 'Install-CodeSyncer -Agent claude, no'; Word = 'none' }
    ) {
        $null = Save-WorkHook 'half done'
        $null = New-Handoff 'half done' -Agent bob
        @((TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText) -like $Word | Should -Not -BeNullOrEmpty
    }
}

Describe 'Handoffs' {
    BeforeEach {
        $user = New-User
        $null = New-Repository $user
        git config user.name 'Kim Lee'
    }

    AfterEach { Remove-User $user }

    It 'are told to the next session, once' {
        New-Handoff 'Refunds work; receipts are next' -Test '12 passed' | Out-Null
        $program = Join-Path $env:CODESYNCER_STAGED 'runtimes' ([System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier) 'native' ($IsWindows ? 'codesyncer.exe' : 'codesyncer')
        if (-not (Test-Path -LiteralPath $program)) { Set-ItResult -Skipped -Because 'the module has no executable for this system' }
        Install-CodeSyncer -Agent claude 6> $null
        $send = { param($Name, $Session) @{ hook_event_name = $Name; source = 'startup'; session_id = $Session; prompt = 'go on'; cwd = "$PWD" } | ConvertTo-Json -Compress | & $program event claude $Name }
        & $send SessionStart one | Should -Match 'receipts are next'
        (Get-Handoff).State | Should -Be 'Waiting'
        & $send UserPromptSubmit one
        (Get-Handoff).State | Should -Be 'Taken'
        & $send SessionStart two | Should -Not -Match 'receipts are next'
    }

    It 'are rows of a table, and one of them a list' {
        Add-File 'src/pay.cs' "class Pay { int amount; }`n"
        $left = New-Handoff "Refunds work`nreceipts are next" -Test '12 passed'
        $null = New-Handoff -Agent shop/polecats/ada
        foreach ($width in 80, 120) {
            $rows = Get-Handoff | Show-At $width
            $rows | Where-Object Length -GT $width | Should -BeNullOrEmpty
            $rows -match "^$($left.Id) +\d\d-\d\d \d\d:\d\d Waiting Kim Lee +main +Refunds work " | Should -HaveCount 1
            $rows -match 'Waiting …/polecats/ada main +\(1 not commit' | Should -HaveCount 1
        }
        $list = Get-Handoff $left.Id | Show-At 100
        $list -match '^ +receipts are next$' | Should -HaveCount 1
        $list -match '^Not committed : src/pay.cs$' | Should -HaveCount 1
        $list -match '^Git +: main at [0-9a-f]{10}, not pushed$' | Should -HaveCount 1
    }

    It 'lead to the work that was saved with them' {
        Add-File 'src/pay.cs' "class Pay { int amount; }`n"
        $null = New-Handoff 'half done' -Agent ada
        git reset -q --hard
        Restore-WorkHook (Get-Handoff -Agent ada -Waiting)[0].Save -Destination ../ada | Out-Null
        Get-Content ../ada/src/pay.cs | Should -Be 'class Pay { int amount; }'
    }
}

Describe 'Show-Context' {
    BeforeEach {
        $user = New-User
        $null = New-Repository $user
        git config user.name 'Kim Lee'
    }

    AfterEach { Remove-User $user }

    It 'tells an agent what it holds, in parts' {
        $null = New-Bead 'Refunds' -Id pay-1 | Lock-Bead -Agent ada
        Show-Context -Agent ada | Should -Match 'Your bead: pay-1 "Refunds"'
        Show-Context | Should -Not -Match 'Your bead'
        $brief = Show-Context -Agent ada -AsObject
        $brief.Parts.Name | Should -Be 'agent', 'work', 'context'
        ($brief.Parts.Characters | Measure-Object -Sum).Sum | Should -Be $brief.Characters
        $brief | Show-At 100 | Should -Contain '             ## You are ada'
    }
}
