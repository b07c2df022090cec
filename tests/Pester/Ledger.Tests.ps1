BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'shared.psm1')
    $module = Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1'
    Import-Module $module
    $PSStyle.OutputRendering = 'PlainText'

    # What a table or a list looks like on a terminal of this width.
    function Show-At([int]$Width) { ($input | Out-String -Width $Width).Split("`n").TrimEnd() | Where-Object Length }
}

Describe 'Beads' {
    BeforeEach {
        $user = New-User
        $repository = New-Repository $user
        git config user.name 'Kim Lee'
    }

    AfterEach { Remove-User $user }

    It 'go down the pipeline from ready to a convoy' {
        1..7 | ForEach-Object { "Step $_" } | New-Bead | Should -HaveCount 7
        $convoy = Get-Bead -Ready | Select-Object -First 5 | New-Convoy 'Friday'
        $convoy.Total | Should -Be 5
        Get-Bead -Convoy Friday | Select-Object -First 2 | Close-Bead -Reason done
        (Get-Convoy Friday).Done | Should -Be 2
        Get-Bead | Group-Object Status -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be 'open 5'
    }

    It 'are rows of a table, and one of them a list' {
        $bead = New-Bead 'Charge cards at once; refunds stay manual until the ledger of the bank can be read by us' -Label pay -Description "First line`nsecond line"
        $null = Lock-Bead $bead.Id
        $rows = Get-Bead | Show-At 80
        $rows | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        $rows -match "^$($bead.Id) +2 in_progress Kim Lee +Charge cards" | Should -HaveCount 1
        $list = Get-Bead $bead.Id | Show-At 80
        $list -match '^Labels +: pay$' | Should -HaveCount 1
        $list -match '^ +second line$' | Should -HaveCount 1
        $list -match '^Claimed +: Kim Lee in ' | Should -HaveCount 1
    }

    It 'show no control characters in their views' {
        $bead = New-Bead 'Red' -Description "`e[31mhere`a" -Assignee "x" -Label 'l'
        $bead | Add-BeadComment -Text "`e]0;owned`a"
        $null = Send-AgentMail bob 'Red' "`e[31mhere`a" -New
        $bead | New-Convoy 'Red' | Out-Null
        $PSStyle.OutputRendering = 'Ansi'
        foreach ($view in (Get-Bead $bead.Id | Out-String), (Get-Bead | Format-Table | Out-String), (Get-AgentMail -Agent bob | Format-List | Out-String), (Get-Convoy Red | Out-String)) {
            $view | Should -Match 'Red'
            $view | Should -Not -Match '\x07|\x1b\[31m|\x1b\]'
        }
        $PSStyle.OutputRendering = 'PlainText'
    }

    It 'are claimed once by each of many at the same time' {
        1..12 | ForEach-Object { "Step $_" } | New-Bead | Out-Null
        $claimed = 1..12 | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $using:module
            Lock-Bead -Ready -Agent "agent-$_" -Repository $using:repository
        }
        $claimed.Id | Select-Object -Unique | Should -HaveCount 12
        $claimed.Assignee | Select-Object -Unique | Should -HaveCount 12
        Test-Ledger -Quiet | Should -BeTrue
    }

    It 'are refused to all but the holder, with an error that can be caught' {
        $bead = New-Bead 'One' | Lock-Bead
        { Lock-Bead $bead.Id -Agent bob } | Should -Throw -ErrorId 'HeldBead,*' -ExpectedMessage "*is held by 'Kim Lee' in work tree*"
    }

    It 'are held by this session, and by programs that it starts' {
        $bead = New-Bead 'One' | Lock-Bead
        $program = Join-Path $env:CODESYNCER_STAGED 'runtimes' ([System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier) 'native' ($IsWindows ? 'codesyncer.exe' : 'codesyncer')
        if (-not (Test-Path -LiteralPath $program)) { Set-ItResult -Skipped -Because 'the module has no executable for this system' }
        & $program bead claim $bead.Id | Should -Match $bead.Id
        $LASTEXITCODE | Should -Be 0
        & $program bead show $bead.Id --json | ConvertFrom-Json | ForEach-Object status | Should -Be 'in_progress'
    }

    It 'ask before they are removed' {
        (Get-Command Remove-Bead).Parameters.Keys | Should -Contain 'Confirm'
        $bead = New-Bead 'One'
        { pwsh -NoProfile -NonInteractive -Command "Import-Module '$module'; Remove-Bead $($bead.Id) -ErrorAction Stop" 2>$null } | Should -Not -Throw
        (Get-Bead).Id | Should -Be $bead.Id
        Remove-Bead $bead.Id -Confirm:$false
        Get-Bead | Should -BeNullOrEmpty
    }

    It 'come from files and go to files' {
        Add-File 'plan/one.md' "- [ ] One`n- [ ] Two`n"
        Add-File 'plan/two.md' "- [ ] Three`n"
        (Get-ChildItem plan | Import-Bead).Title | Sort-Object | Should -Be 'One', 'Three', 'Two'
        Export-Bead out.jsonl
        $lines = Get-Content out.jsonl | ConvertFrom-Json
        $lines.title | Sort-Object | Should -Be 'One', 'Three', 'Two'
        Import-Bead out.jsonl -WhatIf | Show-At 80 | Should -Contain 'Unchanged : 3'
    }

    It 'complete <Line> with <Word>' -ForEach @(
        @{ Line = 'Get-Bead shop-'; Word = 'shop-a1' }
        @{ Line = 'Get-Bead -Status in_'; Word = 'in_progress' }
        @{ Line = 'Get-Bead -Status al'; Word = 'all' }
        @{ Line = 'Get-Bead -Label f'; Word = "'for kim'" }
        @{ Line = 'Get-Bead -Type ep'; Word = 'epic' }
        @{ Line = 'Get-Bead -Type ho'; Word = 'house-rule' }
        @{ Line = 'Get-Bead -Assignee k'; Word = "'Kim Lee'" }
        @{ Line = 'Get-Bead -Convoy '; Word = 'cv-' }
        @{ Line = 'Get-Convoy '; Word = 'cv-' }
        @{ Line = 'Add-BeadDependency shop-a1 -DependsOn shop-'; Word = 'shop-a1' }
        @{ Line = 'Add-BeadDependency shop-a1 shop-a1 -Type wa'; Word = 'waits-for' }
        @{ Line = 'Confirm-AgentMail '; Word = 'msg-' }
        @{ Line = 'Send-AgentMail b'; Word = 'bob' }
        @{ Line = 'Send-AgentMail bob a b -Type qu'; Word = 'question' }
    ) {
        New-Bead 'One' -Id shop-a1 -Label 'for kim' -Type house-rule | New-Convoy 'Friday' | Out-Null
        Send-AgentMail bob 'Hi' 'there' -New
        @((TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText) -like "$Word*" | Should -Not -BeNullOrEmpty
    }
}

Describe 'Convoys' {
    BeforeEach {
        $user = New-User
        $null = New-Repository $user
        git config user.name 'Kim Lee'
        $beads = 'One', 'Two', 'Three', 'Four' | New-Bead
        Add-BeadDependency $beads[3].Id $beads[2].Id
        $null = $beads | New-Convoy 'Everything that the shop needs before the summer sale begins'
        Close-Bead $beads[0].Id
        $null = Lock-Bead $beads[1].Id
    }

    AfterEach { Remove-User $user }

    It 'show their progress as a bar in a table of 80 columns' {
        $rows = Get-Convoy | Show-At 80
        $rows | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        $rows -match '^cv-\w+ +\[████▓▓▓▓▒▒▒▒░░░░\] 1/4 +Open +1 +1 +Everything' | Should -HaveCount 1
    }

    It 'show their beads wave by wave when one is asked for' {
        $list = Get-Convoy cv | Show-At 80
        $list -match '^Progress : \[████▓▓▓▓▒▒▒▒░░░░\] 1/4 done, 1 in progress, 1 ready, 1 blocked$' | Should -HaveCount 1
        $list -match "⊘ $($beads[3].Id) +P2 +Four +← $($beads[2].Id)" | Should -HaveCount 1
    }
}

Describe 'Mail between agents' {
    BeforeEach {
        $user = New-User
        $null = New-Repository $user
        git config user.name 'Kim Lee'
    }

    AfterEach { Remove-User $user }

    It 'is sent, listed, answered and confirmed' {
        Send-AgentMail bob 'Review' "Please look`nat pay.cs" -New -Priority high
        $rows = Get-AgentMail -Agent bob | Show-At 80
        $rows | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        $rows -match '^\* msg-\w+ +high +\d{4}-\d\d-\d\d \d\d:\d\d Kim Lee +Review$' | Should -HaveCount 1
        Get-AgentMail -Agent bob | Select-Object -First 1 | Send-AgentMail -Body 'Done' -Agent bob
        $answer = Get-AgentMail
        $answer.Subject | Should -Be 'Re: Review'
        Get-AgentMail $answer.InReplyTo | Show-At 80 | Should -Contain '           at pay.cs'
        $answer | Confirm-AgentMail
        Get-AgentMail | Should -BeNullOrEmpty
        (Get-AgentMail -Thread $answer.Id).Subject | Should -Be 'Review', 'Re: Review'
    }
}

Describe 'Sync-Ledger' {
    BeforeEach {
        $user = New-User
        $repository = New-Repository $user
        git config user.name 'Kim Lee'
        git init -q --bare (Join-Path $user.Root 'remote.git')
        git remote add origin (Join-Path $user.Root 'remote.git')
    }

    AfterEach { Remove-User $user }

    It 'brings two clones together' {
        New-Bead 'One' | Out-Null
        Sync-Ledger
        $null = New-Repository $user 'other'
        git config user.name 'Bob'
        git remote add origin (Join-Path $user.Root 'remote.git')
        New-Bead 'Two' | Out-Null
        (Sync-Ledger -PassThru).Pushed | Should -BeTrue
        Sync-Ledger -Repository $repository
        (Get-Bead -Repository $repository).Title | Sort-Object | Should -Be 'One', 'Two'
        git -C $repository log --all --oneline | Should -HaveCount 1
    }
}
