BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'shared.psm1')
    Import-Module (Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1')
    $PSStyle.OutputRendering = 'PlainText'
}

Describe 'A folder of repositories' {
    BeforeEach {
        $user = New-User
        git config --global user.name 'Kim Lee'
        $root = Join-Path $user.Root 'shop'
        $null = New-Item -ItemType Directory $root
        $null = New-Repository $user 'shop/api'
        Add-File 'src/app.py' "from fastapi import FastAPI`napp = FastAPI()`n@app.get('/users/{id}', response_model=User)`ndef user(id): ...`n"
        Save-All 'users'
        $null = New-Repository $user 'shop/web'
        Add-File 'src/api.ts' "// @codesyncer-work:AUTH-001 Login form`nfetch(`"/users/7`")`nfetch(`"/user`")`n"
        Save-All 'client'
        Set-Location $root
        Install-CodeSyncer -WarningAction SilentlyContinue 6> $null
    }

    AfterEach {
        Set-Location $user.Root
        Remove-User $user
    }

    It 'becomes a town, and is one no more' {
        (Get-Rig).Name | Should -Be 'api', 'web'
        Get-Content .codesyncer/PROJECTS.md -Raw | Should -Match 'flowchart LR'
        Uninstall-CodeSyncer -Purge -WarningAction SilentlyContinue 6> $null
        Get-ChildItem -Force -Name | Should -Be 'api', 'web'
        git -C api status --porcelain | Should -BeNullOrEmpty
    }

    It 'is put over the folder that is named, examined, measured and taken apart again' {
        Uninstall-CodeSyncer $root -Purge -WarningAction SilentlyContinue 6> $null
        Set-Location $user.Root
        { Test-CodeSyncer shop -ErrorAction Stop } | Should -Throw -ErrorId 'NoTownYet*' -ExpectedMessage '*holds clones (api, web), and is no town yet'
        { Uninstall-CodeSyncer shop -ErrorAction Stop } | Should -Throw -ErrorId 'NoTownYet*'
        Install-CodeSyncer shop -WarningAction SilentlyContinue 6> $null
        (Test-CodeSyncer shop | Where-Object Check -eq 'rig').Text | Should -HaveCount 2
        Test-CodeSyncer shop -Quiet | Should -BeTrue
        $measured = Measure-Context -Repository shop
        ($measured | Where-Object Name -eq 'rule').Tags | Should -Be 2
        $measured.Name | Should -Contain 'api/src'
        $measured.Name | Should -Contain 'web/CURRENT.md'
        ($measured | Where-Object Name -eq 'ENDPOINTS.md').Bytes | Should -BeGreaterThan 100
        ($measured | Where-Object Name -eq 'prime').Bytes | Should -BeGreaterThan 100
        Move-Item shop/web away
        Uninstall-CodeSyncer shop -WarningVariable left -WarningAction SilentlyContinue 6> $null
        $left -join "`n" | Should -Match "rig 'web' has vanished"
        Get-ChildItem shop -Force -Name | Should -Be 'api'
    }

    It 'tells an agent at its root the town, and only the mayor what a mayor does' {
        Install-CodeSyncer -Agent claude -WarningAction SilentlyContinue 6> $null
        Get-Content .claude/settings.local.json -Raw | Should -Match 'event claude SessionStart'
        Show-Context | Should -Match '(?s)# Town shop.*web calls api'
        (Show-Context -AsObject).Parts.Name | Should -Contain 'town'
        Show-Context -Agent mayor | Should -Match 'You are the mayor'
        Uninstall-CodeSyncer -WarningAction SilentlyContinue 6> $null
        Test-Path .claude | Should -BeFalse
    }

    It 'names what it sees and leaves out' {
        git init -q --bare store.git
        $null = New-Repository $user 'shop/api/tools/nested'
        Set-Location $root
        Install-CodeSyncer -WarningVariable left -WarningAction SilentlyContinue 6> $null
        $left -join "`n" | Should -Match '(?s)nested.*is left out: in the clone .api.'
        $left -join "`n" | Should -Match 'store\.git.*is left out: a bare repository'
        $empty = New-Item -ItemType Directory (Join-Path $user.Root 'empty')
        { Install-CodeSyncer $empty -ErrorAction Stop } | Should -Throw -ErrorId 'NoClones*'
    }

    It 'is asked as one' {
        (Get-ContextTag -Kind rule).Rig | Should -Be 'api', 'web'
        (Get-Decision -Town -Repository web).Place | Should -Be 'api/src/pay.cs:1', 'web/src/pay.cs:1'
        (Get-Decision api).Rig | Should -Be 'api'
        Get-Decision -Repository web | ForEach-Object Rig | Should -Be ''
        (Sync-Context -PassThru).Name | Should -Contain 'ENDPOINTS.md'
        (Test-Context).Findings.Rule | Should -Be 'unmatched-call'
        Test-Context -Quiet | Should -BeTrue
    }

    It 'lists endpoints, who calls them and what is called in vain' {
        $endpoint = Get-Endpoint /users/* -Method get
        $endpoint.Response | Should -Be 'User'
        $endpoint.Callers.Place | Should -Be 'web/src/api.ts:2'
        Get-Endpoint -Rig web | Should -BeNullOrEmpty
        Get-Endpoint -Rig no* | Should -BeNullOrEmpty
        { Get-Endpoint -Rig nope } | Should -Throw -ErrorId 'UnknownRig*'
        try { Get-Endpoint -Rig nope } catch { $_.ErrorDetails.RecommendedAction | Should -Be 'rigs here are api, web' }
        (TabExpansion2 'Get-Endpoint a' 14).CompletionMatches | Should -BeNullOrEmpty
        (Get-Endpoint -Unmatched).Nearest.Route | Should -Be '/users/{id}'
        $calls = Get-Endpoint -Call
        ($calls | Where-Object Route -eq '/users/7').Answers.Place | Should -Be 'api/src/app.py:3'
        $calls | Out-String -Width 120 | Should -Match 'GET +/users/7 +web/src/api\.ts:2 +GET /users/\{id\} \(api/src/app\.py:3\)'
        Get-Endpoint -Graph | Should -Match 'p1 --> p0'
        { Get-Endpoint -Graph -Call } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
        Get-Endpoint | Out-String -Width 80 | Should -Match 'GET +/users/\{id\} +api/src/app\.py:3 +1'
        (Get-Endpoint | Get-Item).Name | Should -Be 'app.py'
    }

    It 'finds words in all of it' {
        (Find-Context gateway times).Place | Should -Contain 'web/src/pay.cs:3'
        (Find-Context users -Kind endpoint).Text | Should -Be 'GET /users/{id}'
        Find-Context gateway zebra 6>&1 | Should -Be "Nothing found for 'gateway zebra'."
        { Find-Context x -Kind endpiont } | Should -Throw -ErrorId 'UnknownItemKind*'
        { Find-Context '--' } | Should -Throw -ErrorId 'NothingToFind*'
        (TabExpansion2 'Find-Context a' 14).CompletionMatches | Should -BeNullOrEmpty
        (TabExpansion2 'Get-Decision -AsOf a' 20).CompletionMatches | Should -BeNullOrEmpty
        (TabExpansion2 'Find-Context x -Kind han' 24).CompletionMatches.CompletionText | Should -Be 'handoff'
    }

    It 'says why, and what was' {
        Set-Location api
        $reason = Get-Decision -For src/pay.cs:2 | Select-Object -First 1
        $reason.Id, $reason.Nearness, $reason.Author | Should -Be 'D-1', 'Line', 'Kim Lee'
        git rm -q src/pay.cs
        $env:GIT_AUTHOR_DATE = $env:GIT_COMMITTER_DATE = '2026-02-15T09:00:00+09:00'
        git commit -q -m 'drop'
        (Get-Decision -History).Event | Should -Be 'Introduced', 'Dropped'
        (Get-Decision -AsOf 2026-01-31).Id | Should -Be 'D-1'
        Get-Decision -AsOf 2026-02-28 | Should -BeNullOrEmpty
        { Get-Decision -AsOf someday } | Should -Throw -ErrorId 'NoDateNorRevision*'
        { Get-Decision -For nowhere.cs } | Should -Throw -ErrorId 'NoSuchPlace*'
    }

    It 'asks of a day those that have a commit of it, and of a place its rig' {
        $env:GIT_AUTHOR_DATE = $env:GIT_COMMITTER_DATE = '2020-01-15T09:00:00+09:00'
        $null = New-Repository $user 'shop/old'
        Add-File 'src/old.cs' "// @codesyncer-decision Old`n"
        Save-All 'old'
        Set-Location $root
        Install-CodeSyncer -WarningAction SilentlyContinue 6> $null
        Get-Decision -AsOf 2020-02-01 -WarningVariable left -WarningAction SilentlyContinue | ForEach-Object Text | Should -Contain 'Old'
        $left | Should -HaveCount 2
        { Get-Decision -AsOf 1999-01-01 } | Should -Throw -ErrorId 'BeforeHistory*'
        (Get-Decision -For old/src/old.cs:1).Place | Should -Contain 'old/src/old.cs:1'
        { Get-Decision -For nowhere } | Should -Throw -ErrorId 'InNoRig*'
        (Get-Decision -For .).Place | Should -Contain 'old/src/old.cs:1'
        (Get-Decision -For .).Place | Should -Contain 'web/src/pay.cs:1'
        (Get-Decision old -History).Rig | Select-Object -Unique | Should -Be 'old'
    }

    It 'shows where a bead is named' {
        $bead = New-Bead 'Login'
        $null = Set-Bead $bead.Id -Field @{ external_ref = 'AUTH-001' }
        git -C api checkout -q -b feature/auth-001-x
        (Get-Bead AUTH-001).Id | Should -Be $bead.Id
        Set-Location web
        Add-File 'src/more.ts' "more`n"
        git add -A
        git -c core.hooksPath=nowhere commit -q -m 'AUTH-001 more'
        $short = (git rev-parse HEAD).Substring(0, 9)
        Set-Location ..
        (Get-Bead $bead.Id -Trace | Where-Object Kind -eq 'commit').Place | Should -Be $short
        Get-Bead $bead.Id -Trace | Where-Object Kind -ne 'commit' | ForEach-Object { "$($_.Kind) $($_.Rig) $($_.Place)" } | Should -Be 'branch api feature/auth-001-x', 'tag web src/api.ts:1'
    }
}
