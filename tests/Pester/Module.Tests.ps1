BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'shared.psm1')
    $manifest = Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1'
    Import-Module $manifest
    $user = New-User
    $null = New-Repository $user
}

AfterAll { Remove-User $user }

Describe 'The module in a real PowerShell' {
    It 'has a manifest that PowerShell finds sound' {
        (Test-ModuleManifest $manifest).Name | Should -Be 'CodeSyncer.Tools'
    }

    It 'imports again and again with all of its cmdlets' {
        $all = (Import-PowerShellDataFile $manifest).CmdletsToExport
        foreach ($time in 1..3) {
            Import-Module $manifest -Force
            (Get-Command -CommandType Cmdlet -Module CodeSyncer.Tools).Name | Sort-Object | Should -Be ($all | Sort-Object)
        }
        (Get-Decision).Id | Should -Be 'D-1'
    }

    It 'uses approved verbs only' {
        Get-Command -CommandType Cmdlet -Module CodeSyncer.Tools | Where-Object Verb -NotIn (Get-Verb).Verb | Should -BeNullOrEmpty
    }

    It 'imports in a second runspace of the process' {
        $second = [powershell]::Create().AddScript('param($manifest, $repository) Import-Module $manifest; (Get-Decision -Repository $repository).Id').AddArgument($manifest).AddArgument("$PWD")
        $second.Invoke() | Should -Be 'D-1'
        $second.Streams.Error | Should -BeNullOrEmpty
        $second.Dispose()
    }

    It 'imports in a thread job' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        Start-ThreadJob { Import-Module $using:manifest; (Get-Decision -Repository $using:PWD).Id } | Receive-Job -Wait -AutoRemoveJob | Should -Be 'D-1'
    }

    It 'has help for <_>' -ForEach @((Import-PowerShellDataFile (Join-Path $env:CODESYNCER_STAGED 'CodeSyncer.Tools.psd1')).CmdletsToExport) {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -Match "^\s*$_ "
        $help.Description.Text | Should -Not -BeNullOrEmpty
        @($help.Examples.Example).Count | Should -BeGreaterThan 0
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        $own = (Get-Command $_).Parameters.Keys | Where-Object { $_ -notin $common }
        $own | Where-Object { -not (($help.Parameters.Parameter | Where-Object Name -EQ $_).Description.Text) } | Should -BeNullOrEmpty
    }

    It 'has an about topic' {
        Get-Help about_CodeSyncer.Tools | Out-String | Should -Match 'codesyncer-decision'
    }
}
