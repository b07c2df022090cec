namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Agents as shell scripts: they do what real ones do, on real work trees, and note what they did.</summary>
internal static class Agents
{
    /// <summary>Reads its prime, edits, commits, hands in.</summary>
    public const string Diligent = """
        #!/bin/sh
        codesyncer prime > "$EVIDENCE/prime.$1" || exit 3
        mkdir -p work
        echo "$1 by $CODESYNCER_AGENT" >> "work/$1.txt"
        git add -A && git commit -q -m "Work on $1" || exit 4
        echo "$1 $CODESYNCER_AGENT" >> "$EVIDENCE/done"
        exec codesyncer done -m "it works"
        """;

    /// <summary>Does nothing until a file tells it to; then as <see cref="Diligent"/>.</summary>
    public const string Waiting = """
        #!/bin/sh
        echo "$$" > "$EVIDENCE/begun.$1"
        while [ ! -e "$EVIDENCE/go" ]; do sleep 0.05; done
        mkdir -p work
        echo "$1 by $CODESYNCER_AGENT" >> "work/$1.txt"
        exec codesyncer done
        """;

    /// <summary>
    /// Waits for a file, then by chance it crashes with or without changes, is killed, hangs, ends early, forgets to commit. It holds a lock a bead while it
    /// lives: two of them at one bead are noted. What it has written it notes after it stands in the file.
    /// </summary>
    public const string Unreliable = """
        #!/bin/sh
        bead=$1
        exec 9> "$EVIDENCE/lock.$bead"
        flock -n 9 || echo "$bead $CODESYNCER_AGENT" >> "$EVIDENCE/two-at-once"
        roll=$(($(printf %s "$CODESYNCER_GENERATION" | cksum | cut -d' ' -f1) % 12))
        codesyncer prime 9>&- | grep -q "$bead" || echo "$bead $CODESYNCER_GENERATION" >> "$EVIDENCE/prime-without-bead"
        while [ ! -e "$EVIDENCE/go" ]; do sleep 0.2 9>&-; done
        mkdir -p work
        echo "$CODESYNCER_GENERATION" >> "work/$bead.txt"
        echo "$bead $CODESYNCER_GENERATION" >> "$EVIDENCE/written"
        [ "$roll" = 0 ] && exit 1
        [ "$roll" = 1 ] && kill -9 $$
        [ "$roll" = 2 ] && sleep 1000 9>&-
        [ "$roll" = 3 ] && exit 0
        if [ "$roll" != 4 ]; then
            git add -A 9>&- && git commit -q -m "Work on $bead" 9>&-
        fi
        [ "$roll" = 5 ] && exit 1
        codesyncer mail send --to mayor --new --subject "about $bead" --body "nearly there" 9>&- > /dev/null
        codesyncer done 9>&- || exit 5
        [ "$roll" = 6 ] && codesyncer done 9>&-
        exit 0
        """;
}
