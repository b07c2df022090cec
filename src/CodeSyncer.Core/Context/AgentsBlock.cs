namespace CodeSyncer.Core.Context;

/// <summary>
/// What AGENTS.md says about the tags, for agents and people alike: nothing in it changes from day to day, and
/// nothing in it needs our tool. Under 2 KB, since every agent session carries it.
/// </summary>
public static class AgentsBlock
{
    /// <summary>The block in its present version.</summary>
    public static ManagedBlock Block { get; } = ManagedBlock.Markdown(2);

    /// <summary>The lines inside the block.</summary>
    public const string Body =
        """

        ## Decisions on record

        Why this code is as it is stands in its comments, as tags. Read those of a file before you change it; leave one
        where you decide, assume or find out something that the code itself cannot say.

            // @codesyncer-decision [2026-01-15] Chose X over Y (because of Z)
            # @codesyncer-inference What you assumed and a person must confirm
            -- @codesyncer-rule What must always hold here

        Kinds: decision, inference, rule, todo, context, why, tradeoff, alternative, pattern, reference. Any comment of any
        language will do; a deeper indented comment line goes on with the text. Name and replace a decision with
        `@codesyncer-decision(id=D-2, supersedes=D-1): text`. Before you assume anything about payment, security, data loss
        or privacy: stop and ask a person.

        * `codesyncer decisions <path>`: the decisions of a file or folder; `codesyncer tags <path>`: all of its tags.
        * `codesyncer prime`: where the work on this branch stands. `codesyncer lint --staged`: are the new tags sound?
        * `codesyncer why <path>:<line>`: why it is so. `codesyncer find <words>`: all that is on record.
        * `codesyncer endpoints <word>`: which endpoints there are and who calls them. Look there; never guess a path.
        * `.codesyncer/DECISIONS.md`, `RULES.md`, `OPEN.md`, `ARCHITECTURE.md`, `CURRENT.md` there: the same to read. They are
          local and generated: never edit or commit them.
        * Without the tool: `git grep -nE '@(codesyncer|claude)-[a-z]+' -- <path>`.

        """;

    /// <summary>The line that makes CLAUDE.md read AGENTS.md.</summary>
    /// <param name="path">AGENTS.md, seen from the folder of the file that imports it.</param>
    public static string Import(string path) => $"@{path}\n";
}
