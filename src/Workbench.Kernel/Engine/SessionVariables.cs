using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workbench.Kernel.Engine;

/// <summary>Reads the variables of a session: fields of the objects its cells left, the newest of a name.</summary>
internal static class SessionVariables
{
    public static IReadOnlyList<SessionVariable> Read(IEnumerable<object> submissions)
    {
        Dictionary<string, SessionVariable> variables = [];
        foreach (object submission in submissions)
        {
            foreach (FieldInfo field in submission.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                bool generated = field.Name.StartsWith('<') || field.IsDefined(typeof(CompilerGeneratedAttribute));
                if (!generated)
                    variables[field.Name] = new SessionVariable(field.Name, field.FieldType, field.GetValue(submission));
            }
        }
        return [.. variables.Values.OrderBy(v => v.Name, StringComparer.Ordinal)];
    }
}
