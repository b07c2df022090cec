using System.Globalization;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>A version as a program says it (<c>1.2.3-rc.1 (NativeAOT)</c>), ordered as Semantic Versioning 2.0.0 has it (11).</summary>
public sealed class ProgramVersion
{
    private readonly Version _core;
    private readonly string[] _preRelease;

    private ProgramVersion(Version core, string[] preRelease)
    {
        _core = core;
        _preRelease = preRelease;
    }

    /// <summary>What cannot be read is older than everything.</summary>
    public static ProgramVersion Parse(string text)
    {
        var word = text.Split(' ', '+')[0];
        var dash = word.IndexOf('-');
        return Version.TryParse(dash < 0 ? word : word[..dash], out var core)
            ? new ProgramVersion(core, dash < 0 ? [] : word[(dash + 1)..].Split('.'))
            : new ProgramVersion(new Version(0, 0), []);
    }

    public bool IsNewerThan(ProgramVersion other) => Compare(other) > 0;

    private int Compare(ProgramVersion other)
    {
        if (_core.CompareTo(other._core) is var order && order != 0)
            return order;
        // A pre-release is before its release.
        if (_preRelease.Length == 0 || other._preRelease.Length == 0)
            return other._preRelease.Length.CompareTo(_preRelease.Length);
        foreach (var (left, right) in _preRelease.Zip(other._preRelease))
        {
            if (Compare(left, right) is var difference && difference != 0)
                return difference;
        }

        return _preRelease.Length.CompareTo(other._preRelease.Length);
    }

    /// <summary>Numbers by value and before words.</summary>
    private static int Compare(string left, string right)
    {
        var leftIsNumber = int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        return leftIsNumber && rightIsNumber ? leftNumber.CompareTo(rightNumber)
            : leftIsNumber != rightIsNumber ? rightIsNumber.CompareTo(leftIsNumber)
            : string.CompareOrdinal(left, right);
    }
}
