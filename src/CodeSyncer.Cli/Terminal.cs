using System.Text;
using System.Text.Json;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Cli;

/// <summary>Standard output and error of the executable.</summary>
internal static class Terminal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Output is UTF-8 everywhere, LF on every system, and written in large pieces.</summary>
    public static void UseUtf8()
    {
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), Utf8, 1 << 14) { NewLine = "\n", AutoFlush = false });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Flush();
    }

    /// <summary>Whether what reads us shows more than ASCII: all but a terminal that says it cannot.</summary>
    public static bool ShowsUnicode => Environment.GetEnvironmentVariable("TERM") != "dumb" && !(Environment.GetEnvironmentVariable("LC_ALL") is "C" or "POSIX");

    public static void Flush()
    {
        try
        {
            Console.Out.Flush();
        }
        catch (IOException)
        {
            // The reader has gone (a closed pipe): nobody is left to tell.
        }
    }

    /// <summary>Writes one JSON document and a line end.</summary>
    public static void WriteJson(Action<Utf8JsonWriter> write)
    {
        Console.Out.Flush();
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
            write(writer);
        Console.Out.WriteLine(SafeText.InJson(Utf8.GetString(stream.ToArray())));
    }
}
