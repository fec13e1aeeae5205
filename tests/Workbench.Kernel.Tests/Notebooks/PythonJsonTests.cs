using System.Text.Json.Nodes;
using Workbench.Kernel.Notebooks;

namespace Workbench.Kernel.Tests.Notebooks;

public class PythonJsonTests
{
    // Each value printed by Python's json.dumps.
    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(123456789012345680.0, "1.2345678901234568e+17")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-7, "1.5e-07")]
    [InlineData(3.141592653589793, "3.141592653589793")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    public void A_number_is_as_Python_prints_it(double value, string expected) => Assert.Equal(expected, PythonJson.Number(value));

    [Fact]
    public void Members_are_sorted_by_code_point_and_indented_by_one()
    {
        JsonNode node = JsonNode.Parse("""{"b": [1, 2.50, {}], "a": [], "\ud83d\ude00": 1, "\ufb01": "q\"\\\n\u0001\u007fé"}""")!;
        string expected = "{\n \"a\": [],\n \"b\": [\n  1,\n  2.5,\n  {}\n ],\n \"\ufb01\": \"q\\\"\\\\\\n\\u0001\u007fé\",\n \"😀\": 1\n}\n";
        Assert.Equal(expected, PythonJson.Write(node));
    }
}
