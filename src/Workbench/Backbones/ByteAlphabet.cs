namespace Workbench.Backbones;

/// <summary>
/// The 256 bytes as printable characters, so that a byte-pair vocabulary can be kept as text: printable Latin-1 bytes stand for
/// themselves, the other 68 are moved to U+0100 and up. The order of <see cref="Characters"/> is the order of the vocabulary.
/// </summary>
/// <remarks>Source: GPT-2's and CLIP's byte-level BPE (openai/CLIP, simple_tokenizer.py, facts in lines 17-38).</remarks>
internal static class ByteAlphabet
{
    private static readonly char[] s_characterOfByte = new char[256];
    private static readonly Dictionary<char, byte> s_byteOfCharacter = [];

    static ByteAlphabet()
    {
        var characters = new List<char>(256);
        foreach ((int first, int last) in new[] { ('!', '~'), ('\u00a1', '\u00ac'), ('\u00ae', '\u00ff') })
            for (int value = first; value <= last; value++)
                Add((byte)value, (char)value);
        for (int value = 0, moved = 256; value < 256; value++)
            if (s_characterOfByte[value] == '\0')
                Add((byte)value, (char)moved++);
        Characters = characters;

        void Add(byte value, char character)
        {
            s_characterOfByte[value] = character;
            s_byteOfCharacter.Add(character, value);
            characters.Add(character);
        }
    }

    /// <summary>The 256 characters in the order of the vocabulary.</summary>
    public static IReadOnlyList<char> Characters { get; }

    public static char CharacterOf(byte value) => s_characterOfByte[value];

    /// <summary>The byte behind a character; false for a character that stands for none.</summary>
    public static bool TryGetByte(char character, out byte value) => s_byteOfCharacter.TryGetValue(character, out value);
}
