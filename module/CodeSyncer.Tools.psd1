@{
  RootModule = 'CodeSyncer.Tools.psm1'
  ModuleVersion = '0.1.0'
  GUID = '22a62180-c241-4b8f-a05d-a5d5db81e0df'
  Author = 'CodeSyncer.Tools contributors'
  CompanyName = 'CodeSyncer.Tools contributors'
  Copyright = 'Copyright (c) 2026 CodeSyncer.Tools contributors'
  Description = 'Keeps the context of the work in git: decisions, rules and open points live as @codesyncer tags in code comments, are queried and checked here, and become context documents that git hooks keep right.'
  PowerShellVersion = '7.6'
  CompatiblePSEditions = @('Core')
  FormatsToProcess = @('CodeSyncer.Tools.Format.ps1xml')
  TypesToProcess = @('CodeSyncer.Tools.Types.ps1xml')
  CmdletsToExport = @(
    'Get-ContextTag'
    'Get-Decision'
    'Install-CodeSyncer'
    'Measure-Context'
    'Repair-CodeSyncer'
    'Show-Context'
    'Sync-Context'
    'Test-CodeSyncer'
    'Test-Context'
    'Uninstall-CodeSyncer'
    'Watch-Context'
  )
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport = @()
  PrivateData = @{
    PSData = @{
      Tags = @('git', 'decisions', 'context', 'documentation', 'agents', 'hooks', 'Windows', 'Linux', 'MacOS')
    }
  }
}
