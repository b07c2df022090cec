using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeSyncer.Platform.Onboarding;

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, NewLine = "\n")]
[JsonSerializable(typeof(WiringRecord))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<string>>))]
internal sealed partial class OnboardingJson : JsonSerializerContext;
