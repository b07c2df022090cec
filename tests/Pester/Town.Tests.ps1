BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'shared.psm1')
    $module = Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1'
    Import-Module $module
    $PSStyle.OutputRendering = 'PlainText'

    # What a table or a list looks like on a terminal of this width.
    function Show-At([int]$Width) { ($input | Out-String -Width $Width).Split("`n").TrimEnd() | Where-Object Length }
}

Describe 'A town' {
    BeforeEach {
        $user = New-User
        git config --global user.name 'Kim Lee'
        $repository = New-Repository $user 'api'
        $town = Join-Path $user.Root 'town'
        $null = New-Town $town -Name shop
        Set-Location $town
        $null = New-Rig api $repository
    }

    AfterEach {
        Set-Location $user.Root
        Remove-User $user
    }

    It 'is shown so that people can read it' {
        'Charge in cents', 'Send receipts' | New-Bead -Rig api | New-Convoy 'Friday' | Out-Null
        $null = New-Crew api kim
        $null = New-Escalation 'Who owns the keys?' -Severity high
        $shown = Get-Town | Show-At 80
        $shown | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        $shown -match '^Name +: shop$' | Should -HaveCount 1
        $shown -match '^Rigs +: api main, 0/0 at work, 1 crew, 0 queued$' | Should -HaveCount 1
        $shown -match 'high: Who owns the keys\?$' | Should -HaveCount 1
        $shown -match '0/2 .* Friday$' | Should -HaveCount 1
        Get-Rig | Show-At 80 | Select-Object -First 1 | Should -Match '^Name +Target +Tip +Working +Crew +Queued +Path'
        Get-Crew | Show-At 80 | Select-Object -Last 1 | Should -Match '^api/crew/kim +crew'
    }

    It 'shows no control characters' {
        $null = New-Bead 'Red' -Rig api -Description "`e]0;owned`a"
        $null = New-Escalation 'Red' "`e[31mWho`a `e]0;owned`a"
        $PSStyle.OutputRendering = 'Ansi'
        foreach ($view in (Get-Town | Out-String), (Get-Escalation | Out-String), (Get-Escalation | Format-List | Out-String), (Get-TownEvent | Out-String)) {
            $view.Length | Should -BeGreaterThan 10
            $view | Should -Not -Match '\x07|\x1b\[31m|\x1b\]'
        }
        $PSStyle.OutputRendering = 'PlainText'
    }

    It 'lands what an agent hands in' -Skip:$IsWindows {
        $script = Join-Path $user.Root 'agent.sh'
        Set-Content $script "#!/bin/sh`nmkdir -p work && echo `"`$1`" > work/`$1.txt`nexec codesyncer done -m works"
        chmod +x $script
        Add-Content (Join-Path $town '.codesyncer' 'town.yml') "agent: scripted`nagents:`n  scripted:`n    command: $script`n    headless: ['{bead}']"
        $slung = 'Charge in cents', 'Send receipts' | New-Bead -Rig api | Send-Bead
        $slung.Outcome | Should -Be 'Slung', 'Slung'
        $slung | Show-At 80 | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        foreach ($wait in 1..300) {
            if (-not (Get-Bead)) { break }
            Start-Sleep -Milliseconds 200
        }
        Get-Bead | Should -BeNullOrEmpty
        (Get-Convoy -All).Status | Should -Be 'Landed'
        Get-MergeQueue | Should -BeNullOrEmpty
        Get-Polecat | Show-At 80 | Select-Object -Last 1 | Should -Match '^api/polecats/\w+ +idle'
        # The town goes with its folder only after its last round has ended.
        while (Get-Polecat | Where-Object State -NE idle) { Start-Sleep -Milliseconds 100 }
        Repair-Town | Out-Null
    }
}
