using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Workbench.Kernel.Engine;

/// <summary>Looks for public types in assembly files without loading them, which would cost a session its quick start.</summary>
internal static class LibraryMetadata
{
    /// <summary>The namespaces of an assembly's public types, and the full names of those with a certain simple name.</summary>
    public static (IReadOnlySet<string> Namespaces, IReadOnlyList<string> Named) Read(string path, string simpleName)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<string> namespaces = [];
        List<string> named = [];
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public)
                continue;
            string space = metadata.GetString(type.Namespace);
            namespaces.Add(space);
            if (metadata.StringComparer.Equals(type.Name, simpleName))
                named.Add(space.Length == 0 ? simpleName : $"{space}.{simpleName}");
        }
        return (namespaces, named);
    }
}
