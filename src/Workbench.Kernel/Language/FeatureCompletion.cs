using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Workbench.Kernel.Language;

/// <summary>Roslyn's own completion, from its assembly of editor features, by reflection: that assembly is on no feed.</summary>
internal static class FeatureCompletion
{
    private const string Service = "Microsoft.CodeAnalysis.Completion.CompletionService, Microsoft.CodeAnalysis.Features";

    /// <summary>Null where the assembly is not there, or is not what we know.</summary>
    public static async Task<Completions?> AtAsync(Document document, int position, CancellationToken cancellation)
    {
        Type? type = Find();
        object? service = type?.GetMethod("GetService", [typeof(Document)])?.Invoke(null, [document]);
        MethodInfo? method = type?.GetMethods().FirstOrDefault(m => m.Name == "GetCompletionsAsync" && m.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }, ..]
            && first == typeof(Document) && second == typeof(int));
        if (service is null || method is null)
            return null;
        object?[] arguments = [.. method.GetParameters().Select(p => p.Name switch
        {
            "document" => document,
            "caretPosition" => position,
            "cancellationToken" => (object?)cancellation,
            _ => p.HasDefaultValue && !p.ParameterType.IsValueType ? p.DefaultValue : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null,
        })];
        var task = (Task)method.Invoke(service, arguments)!;
        await task.ConfigureAwait(false);
        object? list = task.GetType().GetProperty("Result")!.GetValue(task);
        if (list is null || list.GetType().GetProperty("Span")?.GetValue(list) is not TextSpan span
            || list.GetType().GetProperty("ItemsList")?.GetValue(list) is not IEnumerable items)
            return null;
        string typed = (await document.GetTextAsync(cancellation).ConfigureAwait(false)).ToString(TextSpan.FromBounds(Math.Min(span.Start, position), position));
        List<Completion> found = [.. items.Cast<object>().Select(Read).OfType<Completion>()];
        return new Completions(span.Start, Math.Max(span.End, position), CompletionRanking.Choose(found, typed));
    }

    private static Type? Find()
    {
        try
        {
            return Type.GetType(Service, throwOnError: false);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null;
        }
    }

    private static Completion? Read(object item)
    {
        Type type = item.GetType();
        if (type.GetProperty("DisplayText")?.GetValue(item) is not string text)
            return null;
        IEnumerable<string> tags = type.GetProperty("Tags")?.GetValue(item) as IEnumerable<string> ?? [];
        return new Completion(text, CompletionRanking.KindOfTag(tags.FirstOrDefault()));
    }
}
