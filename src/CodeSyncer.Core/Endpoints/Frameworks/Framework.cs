namespace CodeSyncer.Core.Endpoints.Frameworks;

/// <summary>One row of frameworks.json: how the code of one framework declares routes, or calls them.</summary>
internal sealed class Framework
{
    public required string Name { get; init; }

    public required bool IsClient { get; init; }

    /// <summary>Names of languages.json.</summary>
    public required string[] Languages { get; init; }

    /// <summary>A file that holds none of these words has nothing of this framework.</summary>
    public required string[] Marks { get; init; }

    /// <summary>Expressions that make a router or a client: <c>express.Router</c>.</summary>
    public string[] Makes { get; init; } = [];

    /// <summary>Types of parameters and fields that are one.</summary>
    public string[] Types { get; init; } = [];

    /// <summary>Names that mean one where nothing else is known; <c>*</c> stands for a beginning.</summary>
    public string[] Names { get; init; } = [];

    /// <summary>Methods of it, and the method of HTTP that they stand for.</summary>
    public Dictionary<string, string> Verbs { get; init; } = [];

    /// <summary>Methods of it that take the method of HTTP as an argument.</summary>
    public Dictionary<string, Signature> Calls { get; init; } = [];

    /// <summary>Like <see cref="Calls"/>, behind others only: what they are called on says the rest (<c>r.Methods("GET").Path("/x")</c>).</summary>
    public Dictionary<string, Signature> Chained { get; init; } = [];

    /// <summary>Like <see cref="Calls"/>, for frameworks whose other methods count as decorators only.</summary>
    public Dictionary<string, Signature> PlainCalls { get; init; } = [];

    /// <summary>Whether a path that begins with a slash goes behind the client's base address.</summary>
    public bool IsBased { get; init; }

    /// <summary>Whether the verb of a call stands behind its path: <c>.url("/x").post(body)</c>.</summary>
    public bool IsVerbBehind { get; init; }

    /// <summary>Methods that give a router below this one, with a path in front.</summary>
    public Dictionary<string, Signature> Groups { get; init; } = [];

    /// <summary>Methods that put another router below this one.</summary>
    public Dictionary<string, Signature> Mounts { get; init; } = [];

    /// <summary>Where a verb's path stands.</summary>
    public Signature Path { get; init; } = new();

    /// <summary>Fewer arguments make no route: <c>app.get("setting")</c>.</summary>
    public int MinArguments { get; init; } = 1;

    /// <summary>Whether the verbs count as decorators only.</summary>
    public bool IsDecorator { get; init; }

    /// <summary>Whether any receiver will do: the names of the verbs are like no others.</summary>
    public bool AnyReceiver { get; init; }

    /// <summary>Names of arguments, of a maker of routers, that hold a prefix.</summary>
    public string[] OwnPrefix { get; init; } = [];

    /// <summary>Whether a prefix that is said where the router is mounted takes the place of its own.</summary>
    public bool PrefixYields { get; init; }

    /// <summary>Methods, behind a route, that say which methods of HTTP it takes.</summary>
    public string[] MethodChain { get; init; } = [];

    /// <summary>Prefix of all of a file with this end of its path.</summary>
    public Dictionary<string, string> FilePrefixes { get; init; } = [];

    /// <summary>Annotations of a class that put a path before those of its methods.</summary>
    public string[] ClassPrefixes { get; init; } = [];

    /// <summary>Annotations of a method, and the method of HTTP that they stand for; <c>?</c>: an argument says it.</summary>
    public Dictionary<string, string> Annotations { get; init; } = [];

    /// <summary>Annotations of a class whose methods only call: an interface of a client.</summary>
    public string[] CallingClasses { get; init; } = [];

    /// <summary>Names of generated clients of a service of gRPC, <c>*</c> for the service's name; <c>new.*</c>: what is made by <c>new</c> is one.</summary>
    public string[] Stubs { get; init; } = [];

    /// <summary>Names that only who serves a service of gRPC uses.</summary>
    public string[] Serves { get; init; } = [];
}
