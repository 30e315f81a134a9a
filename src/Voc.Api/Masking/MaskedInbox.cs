using System.Text;
using System.Text.Json;
using Voc.Api.DeadLetters;
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
            connection.Execute("UPDATE inbox SET Payload=$payload WHERE Arrival=$arrival", ("$payload", Masked(payload, rules)), ("$arrival", arrival));
        }
    }

    private static byte[] Masked(byte[] payload, PersonalDataMasker rules)
    {
        if (DeadLetter.Content(payload) is not { } feedback)
        {
            // Damaged, which makes it a dead letter: whatever is legible of it is masked as a text.
            return Encoding.UTF8.GetBytes(rules.Mask(Encoding.UTF8.GetString(payload)).Text);
        }
        return JsonSerializer.SerializeToUtf8Bytes(
            feedback with
            {
                Text = rules.Mask(feedback.Text).Text,
                Product = feedback.Product is null ? null : rules.Mask(feedback.Product).Text,
                Attributes = feedback.Attributes.ToDictionary(a => a.Key, a => rules.Mask(a.Value).Text),
            },
            StoredJson.Default.Feedback);
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
