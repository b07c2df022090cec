# Words for the tests: a user with an empty home, and real repositories that delete themselves.

function New-User {
    $root = Join-Path ([System.IO.Path]::GetTempPath()) "codesyncer-$([guid]::NewGuid().ToString('n'))"
    $null = New-Item -ItemType Directory (Join-Path $root 'home')
    [pscustomobject]@{
        Root = $root
        Kept = Get-ChildItem Env: | Where-Object Name -Match '^(HOME|LOCALAPPDATA|USERPROFILE|XDG_.*|GIT_.*|CODESYNCER(_BIN|_INSIDE)?)$'
    }
    Get-ChildItem Env: | Where-Object Name -Match '^(XDG_.*|GIT_.*|CODESYNCER(_BIN|_INSIDE)?)$' | Remove-Item
    $env:HOME = $env:USERPROFILE = Join-Path $root 'home'
    $env:LOCALAPPDATA = Join-Path $root 'home' 'AppData'
    $env:GIT_CONFIG_GLOBAL = Join-Path $root 'home' '.gitconfig'
    $env:GIT_CONFIG_NOSYSTEM = '1'
    $env:GIT_AUTHOR_NAME = $env:GIT_COMMITTER_NAME = 'Kim Lee'
    $env:GIT_AUTHOR_EMAIL = $env:GIT_COMMITTER_EMAIL = 'kim@example.org'
    $env:GIT_AUTHOR_DATE = $env:GIT_COMMITTER_DATE = '2026-01-15T09:00:00+09:00'
}

function Remove-User($User) {
    Set-Location ([System.IO.Path]::GetTempPath())
    Get-ChildItem Env: | Where-Object Name -Match '^(XDG_.*|GIT_.*)$' | Remove-Item
    $User.Kept | ForEach-Object { Set-Item "Env:$($_.Name)" $_.Value }
    Remove-Item -LiteralPath $User.Root -Recurse -Force
}

# A repository with one commit, and the location in it.
function New-Repository($User, [string]$Name = 'repo') {
    $path = Join-Path $User.Root $Name
    git init -q -b main $path
    Set-Location $path
    Add-File 'src/pay.cs' "// @codesyncer-decision(id=D-1, 2026-01-15, by=kim): Charge at once; refunds are manual`nclass Pay;`n// @codesyncer-todo Retry when the gateway times out`n"
    Add-File 'docs/a.rb' "# @codesyncer-rule No prices in logs`n"
    Save-All 'start'
    $path
}

function Add-File([string]$Path, [string]$Text) {
    $null = New-Item -ItemType Directory -Force (Split-Path $Path)
    [System.IO.File]::WriteAllText((Join-Path $PWD $Path), $Text)
}

function Save-All([string]$Message) {
    git add -A
    git commit -q -m $Message
}

# Everything in the work tree and git's folder but what a mere look may touch.
function Get-Print([string]$Path) {
    Get-ChildItem -LiteralPath $Path -Recurse -Force -File |
        Where-Object FullName -NotMatch '[\\/]\.git[\\/](codesyncer[\\/]cache|index)' |
        ForEach-Object { "$($_.FullName.Substring($Path.Length)) $((Get-FileHash -LiteralPath $_.FullName).Hash)" }
}
