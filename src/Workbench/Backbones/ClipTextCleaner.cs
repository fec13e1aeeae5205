using System.Net;
using System.Text;

namespace Workbench.Backbones;

/// <summary>CLIP's cleaning of a text: repair, HTML entities twice, outer blanks off, inner runs of blanks to one, lower case.</summary>
/// <remarks>
/// Source: openai/CLIP, simple_tokenizer.py 50-59. Its repair is the Python library ftfy. Of that this does what changes captions that
/// were decoded rightly: curly quotes to straight ones, Latin ligatures and full-width forms to letters, control characters and
/// invisible marks off. It does not mend text that was decoded with a wrong encoding ("donâ€™t") and does not compose combining accents
/// (normalisation needs ICU, which the workbench runs without).
/// </remarks>
public static class ClipTextCleaner
{
    private const char CapitalSigma = '\u03a3', FinalSigma = '\u03c2';

    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text) && !text.Contains('&', StringComparison.Ordinal) && !text.Any(char.IsControl))
            return Lower(CollapseBlanks(text));
        return Lower(CollapseBlanks(WebUtility.HtmlDecode(WebUtility.HtmlDecode(Repair(text)))));
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            switch (rune.Value)
            {
                case >= 0x2018 and <= 0x201b or 0x02bc: repaired.Append('\''); break;
                case >= 0x201c and <= 0x201f: repaired.Append('"'); break;
                case 0xfb00: repaired.Append("ff"); break;
                case 0xfb01: repaired.Append("fi"); break;
                case 0xfb02: repaired.Append("fl"); break;
                case 0xfb03: repaired.Append("ffi"); break;
                case 0xfb04: repaired.Append("ffl"); break;
                case 0xfb05: repaired.Append("ſt"); break;
                case 0xfb06: repaired.Append("st"); break;
                case 0x3000: repaired.Append(' '); break;
                case >= 0xff01 and <= 0xff5e: repaired.Append((char)(rune.Value - 0xfee0)); break;
                case '\t' or '\n' or '\f': repaired.Append((char)rune.Value); break;
                case '\r' or 0x85 or 0x2028 or 0x2029: repaired.Append('\n'); break;
                case < 0x20 or 0x7f or 0xfeff or >= 0xfff9 and <= 0xfffb or >= 0x206a and <= 0x206f: break;
                default: repaired.Append(rune.ToString()); break;
            }
        return repaired.ToString();
    }

    private static string CollapseBlanks(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (char c in text.AsSpan().Trim())
            if (!char.IsWhiteSpace(c))
                collapsed.Append(c);
            else if (collapsed[^1] != ' ')
                collapsed.Append(' ');
        return collapsed.ToString();
    }

    /// <summary>Lower case as Unicode's full mapping has it: a capital sigma that ends a word becomes a final sigma, a dotted I keeps its dot.</summary>
    private static string Lower(string text)
    {
        string lower = text.ToLowerInvariant();
        if (!text.Contains(CapitalSigma, StringComparison.Ordinal) && !text.Contains('\u0130', StringComparison.Ordinal))
            return lower;
        var mapped = new StringBuilder(lower.Length);
        for (int i = 0; i < text.Length; i++)
            if (text[i] == CapitalSigma && i > 0 && char.IsLetter(text[i - 1]) && (i + 1 == text.Length || !char.IsLetter(text[i + 1])))
                mapped.Append(FinalSigma);
            else if (text[i] == '\u0130')
                mapped.Append("i\u0307");
            else
                mapped.Append(lower[i]);
        return mapped.ToString();
    }
}
