using System.Text;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Endpoints.Facts;

namespace CodeSyncer.Platform.Endpoints;

/// <summary>What was read of one file as bytes; nothing for a file without anything of interest.</summary>
internal static class FactsCodec
{
    /// <summary>Raised whenever this form changes, or what the scanner finds in a file.</summary>
    public const int Version = 6;

    public static byte[] Encode(FileFacts facts)
    {
        if (facts.IsEmpty)
            return [];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        void Text(string? text)
        {
            writer.Write(text is not null);
            if (text is not null)
                writer.Write(text);
        }

        void List<T>(IReadOnlyList<T> items, Action<T> write)
        {
            writer.Write7BitEncodedInt(items.Count);
            foreach (var item in items)
                write(item);
        }

        List(facts.Routes, route =>
        {
            writer.Write(route.Framework);
            writer.Write(route.Method);
            Text(route.Path);
            writer.Write(route.Router);
            writer.Write7BitEncodedInt(route.Line);
            Text(route.Request);
            Text(route.Response);
        });
        List(facts.Calls, call =>
        {
            writer.Write(call.Framework);
            writer.Write(call.Method);
            Text(call.Url);
            writer.Write(call.Client);
            writer.Write7BitEncodedInt(call.Line);
            Text(call.Response);
        });
        List(facts.Mounts, mount =>
        {
            writer.Write(mount.Parent);
            Text(mount.Prefix);
            writer.Write(mount.Target);
        });
        List(facts.Imports, import =>
        {
            writer.Write(import.Name);
            writer.Write(import.Module);
            writer.Write(import.Member);
        });
        List(facts.Constants, constant =>
        {
            writer.Write(constant.Owner);
            writer.Write(constant.Name);
            writer.Write(constant.Value);
        });
        List(facts.Functions, function =>
        {
            writer.Write(function.Name);
            writer.Write(function.Symbol);
        });
        List(facts.Prefixes, prefix =>
        {
            writer.Write(prefix.Symbol);
            Text(prefix.Prefix);
        });
        List(facts.Services, service =>
        {
            writer.Write(service.Name);
            writer.Write7BitEncodedInt(service.Line);
        });
        List(facts.Wrappers, wrapper =>
        {
            writer.Write(wrapper.Owner);
            writer.Write(wrapper.Name);
            List(wrapper.Parameters, writer.Write);
            writer.Write(wrapper.Framework);
            writer.Write(wrapper.Method);
            writer.Write(wrapper.Url);
            writer.Write(wrapper.Client);
            writer.Write7BitEncodedInt(wrapper.Line);
        });
        List(facts.Passes, pass =>
        {
            writer.Write(pass.Target);
            List(pass.Arguments, argument =>
            {
                writer.Write(argument.Name);
                Text(argument.Text);
            });
            Text(pass.Method);
            writer.Write(pass.Around is not null);
            if (pass.Around is { } around)
            {
                writer.Write(around.Owner);
                writer.Write(around.Name);
                List(around.Parameters, writer.Write);
            }

            writer.Write7BitEncodedInt(pass.Line);
            Text(pass.Response);
        });
        Text(facts.Problem);
        writer.Flush();
        return stream.ToArray();
    }

    public static FileFacts Decode(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return FileFacts.None;
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray(), writable: false), Encoding.UTF8);
        string? Text() => reader.ReadBoolean() ? reader.ReadString() : null;
        List<T> List<T>(Func<T> read)
        {
            var count = reader.Read7BitEncodedInt();
            var items = new List<T>(count);
            for (var i = 0; i < count; i++)
                items.Add(read());
            return items;
        }

        return new FileFacts
        {
            Routes = List(() => new RouteFact(reader.ReadString(), reader.ReadString(), Text(), reader.ReadString(), reader.Read7BitEncodedInt(), Text(), Text())),
            Calls = List(() => new CallFact(reader.ReadString(), reader.ReadString(), Text(), reader.ReadString(), reader.Read7BitEncodedInt(), Text())),
            Mounts = List(() => new MountFact(reader.ReadString(), Text(), reader.ReadString())),
            Imports = List(() => (reader.ReadString(), reader.ReadString(), reader.ReadString())),
            Constants = List(() => (reader.ReadString(), reader.ReadString(), reader.ReadString())),
            Functions = List(() => (reader.ReadString(), reader.ReadString())),
            Prefixes = List(() => (reader.ReadString(), Text())),
            Services = List(() => (reader.ReadString(), reader.Read7BitEncodedInt())),
            Wrappers = List(() => new WrapperFact(reader.ReadString(), reader.ReadString(), List(reader.ReadString), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt())),
            Passes = List(() => new PassFact(reader.ReadString(), List(() => (reader.ReadString(), Text())), Text(), reader.ReadBoolean() ? new WrapperName(reader.ReadString(), reader.ReadString(), List(reader.ReadString)) : null, reader.Read7BitEncodedInt(), Text())),
            Problem = Text(),
        };
    }
}
