# Loads the cmdlets into a load context of their own. Only the engine and .NET are used here: no other module is needed.
$known = 'CodeSyncer.Loader.ModuleContext' -as [type]
if (-not $known) {
    [void][System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'CodeSyncer.Loader.dll'))
}

$inner = Import-Module -Assembly ([CodeSyncer.Loader.ModuleContext]::LoadModule($PSScriptRoot)) -PassThru
if ($known) {
    # PowerShell loses the cmdlets of an assembly that it has met before (its issue 20710): they are exported again.
    $add = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
    foreach ($cmdlet in $inner.ExportedCmdlets.Values) {
        [void]$add.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
    }
}
