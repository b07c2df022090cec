namespace CodeSyncer.Core.Lint;

/// <summary>Texts that say neither what nor why when they are all that a tag says.</summary>
internal static class VagueTexts
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "later", "do later", "do it later", "fix later", "for now", "someday", "soon", "asap",
        "change", "changed", "changes", "change this", "update", "updated", "update this", "modified", "edited", "new", "added", "removed",
        "fix", "fixed", "fixes", "fixme", "fix me", "fix this", "fix it", "bug", "bugfix", "hack", "workaround", "quick fix",
        "todo", "to do", "tbd", "tba", "tbc", "wip", "to be done", "to be decided", "to be determined", "to be confirmed",
        "temp", "tmp", "temporary", "test", "testing", "debug", "misc", "stuff", "various", "things", "something",
        "refactor", "refactored", "refactor this", "clean up", "cleanup", "improve", "improved", "optimize", "optimise",
        "see above", "see below", "as above", "as discussed", "as agreed", "same", "same as above", "ditto", "obvious", "because", "reasons",
        "not sure", "maybe", "unknown", "n/a", "na", "none", "nothing", "ok", "okay", "done", "yes", "no", "xxx", "foo", "asdf",
        "important", "note", "decision", "inference", "rule", "context", "why", "check", "check this", "review",
        "나중에", "나중에 수정", "나중에 변경", "나중에 확인", "추후", "추후 수정", "추후 변경", "추후 결정", "추후 확인", "수정", "수정함", "수정됨", "수정 필요",
        "변경", "변경함", "변경됨", "변경 필요", "고침", "업데이트", "임시", "임시 코드", "임시로", "미정", "보류", "확인", "확인 필요", "검토", "검토 필요", "테스트", "위와 같음", "위와 동일",
        "後で", "あとで", "後ほど", "後で修正", "変更", "修正", "更新", "未定", "仮", "要確認", "検討中", "同上",
        "以后", "稍后", "以後", "稍後", "之后", "修改", "更改", "变更", "變更", "更新了", "临时", "臨時", "待定", "待办", "同上所述",
        "später", "geändert", "änderung", "vorläufig", "siehe oben", "plus tard", "à faire", "modifié", "temporaire", "voir ci-dessus",
        "más tarde", "después", "cambiado", "pendiente", "temporal", "por hacer", "depois", "mais tarde", "alterado", "pendente", "temporário",
        "потом", "позже", "изменено", "исправлено", "временно", "sonra", "değişti", "dopo", "più tardi", "modificato",
    };

    /// <summary>Whether the whole text is one of them, whatever its case, spaces and closing marks.</summary>
    public static bool Holds(string text) =>
        Known.Contains(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim('.', '!', '?', '…', '。', '、', '！', '？', ':', ';', ',', '-', '(', ')', '"', '\'', '*', ' '));
}
