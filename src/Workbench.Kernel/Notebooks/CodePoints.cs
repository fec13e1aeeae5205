using System.Text;

namespace Workbench.Kernel.Notebooks;

/// <summary>Python orders and counts text by code points, C# by UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>Python's order of strings.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    /// <summary>The UTF-16 offset of a code point, at most the length.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        int at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--)
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        return at;
    }

    /// <summary>The number of code points before a UTF-16 offset.</summary>
    public static int FromUtf16(string text, int offset)
    {
        int count = 0;
        for (int at = 0; at < offset && at < text.Length; count++)
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        return count;
    }

    private static int Compare(string a, string b)
    {
        StringRuneEnumerator l = a.EnumerateRunes(), r = b.EnumerateRunes();
        while (true)
        {
            bool hasLeft = l.MoveNext(), hasRight = r.MoveNext();
            if (!hasLeft || !hasRight)
                return hasLeft.CompareTo(hasRight);
            int order = l.Current.CompareTo(r.Current);
            if (order != 0)
                return order;
        }
    }
}
