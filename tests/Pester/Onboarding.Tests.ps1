BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'shared.psm1')
    $module = Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1'
    Import-Module $module
}

# A process of its own for each: where the user's own places are is asked of the system, and it answers by HOME.
Describe 'Install-CodeSyncer and Uninstall-CodeSyncer' {
    BeforeEach {
        $user = New-User
        $repository = New-Repository $user
    }

    AfterEach { Remove-User $user }

    It 'touches nothing with -WhatIf' {
        $before = Get-Print $user.Root
        Install-CodeSyncer -WhatIf
        Get-Print $user.Root | Should -Be $before
    }

    It 'onboards with one command; commits and switches keep the documents right from then on' {
        Install-CodeSyncer 6> $null
        Test-CodeSyncer -Quiet | Should -BeTrue
        Get-Content .codesyncer/DECISIONS.md -Raw | Should -Match 'Charge at once'
        Add-File 'src/c.cs' "// @codesyncer-decision Ledger in git`n"
        Save-All 'c'
        Get-Content .codesyncer/DECISIONS.md -Raw | Should -Match 'Ledger in git'
        git switch -q -c other HEAD~1
        Get-Content .codesyncer/DECISIONS.md -Raw | Should -Not -Match 'Ledger in git'
    }

    It 'says what it did, or gives it as objects' {
        $said = Install-CodeSyncer 6>&1 | Out-String
        $said | Should -Match 'Left to commit: .*AGENTS\.md'
        (Install-CodeSyncer -PassThru).State | Should -Not -Contain 'Changed'
    }

    It 'keeps to itself with -Private' {
        Install-CodeSyncer -Private 6> $null
        git status --porcelain | Should -BeNullOrEmpty
    }

    It 'adds the script for colleagues with -Shared' {
        Install-CodeSyncer -Shared 6> $null
        '.codesyncer/onboard.ps1' | Should -Exist
    }

    It 'installs an executable that has all it needs for the ledger beside it' {
        Install-CodeSyncer 6> $null
        $program = Get-ChildItem $user.Root -Recurse -Force -File | Where-Object Name -Match '^codesyncer(\.exe)?$'
        & $program.FullName bead create 'Charge at once' --agent kim | Should -Match 'Charge at once'
        (Get-Bead -Agent kim).Title | Should -Be 'Charge at once'
    }

    It 'refuses -Private together with -Shared' {
        Install-CodeSyncer -Private -Shared -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'PrivateAndShared,*'
    }

    It 'goes on with the next one after an error' {
        $other = New-Repository $user 'other'
        $steps = (Join-Path $user.Root 'home'), $other | Install-CodeSyncer -PassThru -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'HomeIsNoTown,*'
        $problem[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $steps.Repository | Select-Object -Unique | Should -Be $other
    }

    It 'puts every byte back' {
        $before = Get-Print $repository
        Install-CodeSyncer 6> $null
        Uninstall-CodeSyncer 6> $null
        Get-Print $repository | Should -Be $before
    }

    It 'mends what was broken' {
        Install-CodeSyncer 6> $null
        Remove-Item .git/hooks/pre-commit
        Test-CodeSyncer -Quiet | Should -BeFalse
        (Test-CodeSyncer | Where-Object State -EQ 'Fail').Advice | Should -Match 'Repair-CodeSyncer'
        Repair-CodeSyncer 6> $null
        Test-CodeSyncer -Quiet | Should -BeTrue
    }
}
