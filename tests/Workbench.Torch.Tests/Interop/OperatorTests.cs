using System.Reflection;
using TorchSharp;
using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Interop;

public class OperatorTests
{
    [Fact]
    public void Every_operator_that_the_binding_names_exists_in_the_libtorch_at_hand()
    {
        var operators = Fields().Select(field => (Operator)field.GetValue(null)!).ToList();
        Assert.True(operators.Count > 400, $"only {operators.Count} operators were found by reflection");
        Assert.Empty(operators.Where(op => !op.Exists).Select(op => op.Name));
    }

    private static IEnumerable<FieldInfo> Fields() => typeof(torch).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => field.FieldType == typeof(Operator));
}
