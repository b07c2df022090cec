using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>A prefix of all routes of an application: <c>app.setGlobalPrefix('api')</c> of NestJS.</summary>
internal static class GlobalPrefix
{
    public static void Read(Code code, FactList facts)
    {
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].IsWord("setGlobalPrefix") && code[i + 1].Is("(") && code.Arguments(i + 1) is [var first, ..])
                facts.Prefixes.Add(("NestJS", Expression.Read(code, first.From, first.To)));
        }
    }
}
