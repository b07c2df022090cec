Imports System

' @codesyncer-context: still used by accounting
''' <summary>@codesyncer-rule: do not change the file format</summary>
Public Class Legacy
    Private _text As String = "' @codesyncer-todo: string" ' @codesyncer-todo: resource
    Private _quote As String = """" ' @codesyncer-why: four quotes are one

    REM @codesyncer-decision(2024-02-02): replaced in 2027
    Public Sub Save()
        ' @codesyncer-inference: drive S: is always there
        '   (it was, since 2009)
        Console.WriteLine("don't")
    End Sub
End Class
