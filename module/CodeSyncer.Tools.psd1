@{
  RootModule = 'CodeSyncer.Tools.psm1'
  ModuleVersion = '0.1.0'
  GUID = '22a62180-c241-4b8f-a05d-a5d5db81e0df'
  Author = 'CodeSyncer.Tools contributors'
  CompanyName = 'CodeSyncer.Tools contributors'
  Copyright = 'Copyright (c) 2026 CodeSyncer.Tools contributors'
  Description = 'Keeps the context of the work in git: decisions, rules and open points live as @codesyncer tags in code comments, are queried and checked here, and become context documents that git hooks keep right. Beads, convoys and mail live in a ledger that many agents write at once, and that clones merge. What an agent did is saved, and the next session is told where it stood.'
  PowerShellVersion = '7.6'
  CompatiblePSEditions = @('Core')
  FormatsToProcess = @('CodeSyncer.Tools.Format.ps1xml')
  TypesToProcess = @('CodeSyncer.Tools.Types.ps1xml')
  CmdletsToExport = @(
    'Add-BeadComment'
    'Add-BeadDependency'
    'Add-ConvoyBead'
    'Clear-WorkHook'
    'Close-Bead'
    'Close-Convoy'
    'Confirm-AgentMail'
    'Export-Bead'
    'Get-AgentMail'
    'Get-Bead'
    'Get-ContextTag'
    'Get-Convoy'
    'Get-Decision'
    'Get-Handoff'
    'Get-WorkHook'
    'Import-Bead'
    'Install-CodeSyncer'
    'Lock-Bead'
    'Measure-Context'
    'New-Bead'
    'New-Convoy'
    'New-Handoff'
    'Optimize-Ledger'
    'Remove-Bead'
    'Remove-BeadDependency'
    'Remove-ConvoyBead'
    'Repair-CodeSyncer'
    'Restore-WorkHook'
    'Save-WorkHook'
    'Send-AgentMail'
    'Set-Bead'
    'Show-Context'
    'Sync-Context'
    'Sync-Ledger'
    'Test-CodeSyncer'
    'Test-Context'
    'Test-Ledger'
    'Uninstall-CodeSyncer'
    'Unlock-Bead'
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
