using System.Text.Json;
using Voc.Api.Storage;
using Voc.Ingest.Masking;

namespace Voc.Api.Masking;

/// <summary>Masks what waits for analysis or failed it, inside the open transaction.</summary>
internal static class MaskedInbox
{
    public static void Mask(StoreConnection connection, PersonalDataMasker rules)
    {
        foreach (var (arrival, payload) in Read(connection))
        {
            var feedback = JsonSerializer.Deserialize(payload, StoredJson.Default.Feedback)!;
            var masked = feedback with
            {
                Text = rules.Mask(feedback.Text).Text,
                Product = feedback.Product is null ? null : rules.Mask(feedback.Product).Text,
                Attributes = feedback.Attributes.ToDictionary(a => a.Key, a => rules.Mask(a.Value).Text),
            };
            connection.Execute(
                "UPDATE inbox SET Payload=$payload WHERE Arrival=$arrival", ("$payload", JsonSerializer.SerializeToUtf8Bytes(masked, StoredJson.Default.Feedback)), ("$arrival", arrival));
        }
    }

    private static List<(long Arrival, byte[] Payload)> Read(StoreConnection connection)
    {
        using var rows = connection.Query("SELECT Arrival, Payload FROM inbox");
        var waiting = new List<(long, byte[])>();
        while (rows.Read())
        {
            waiting.Add((rows.GetInt64(0), (byte[])rows.GetValue(1)));
        }
        return waiting;
    }
}
