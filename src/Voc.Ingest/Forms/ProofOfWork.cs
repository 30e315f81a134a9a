using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Voc.Ingest.Forms;

/// <summary>How much a visitor's browser has to reckon before a form is sent.</summary>
public enum FormWork
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>About 30,000 hashes, well below a second on most phones.</summary>
    Light,

    /// <summary>About 260,000 hashes, some seconds on a slow phone.</summary>
    Strong,
}

/// <summary>
/// Proof of work for forms, as Hashcash (Back, 2002) has it for mail: a number that makes a SHA-256 hash begin with so many zero bits. What is
/// hashed holds the form's signed token, the identifier of the filling-in and the message, so that each message costs work of its own within the
/// life of the token, and one that is sent again is the message that is stored already. Nothing has to be remembered.
/// </summary>
public static class ProofOfWork
{
    /// <summary>Name of the value with the number, decimal digits.</summary>
    public const string Name = "_work";

    private const int LongestNumber = 16;

    /// <summary>Zero bits that a setting asks for.</summary>
    public static int Bits(FormWork work) => work switch { FormWork.Light => 15, FormWork.Strong => 18, _ => 0 };

    /// <summary>Whether a submission shows the work that was asked for.</summary>
    /// <param name="bits">Zero bits asked for.</param>
    /// <param name="submission">What was sent, its token checked.</param>
    /// <param name="message">The message in it, or null.</param>
    internal static bool IsShown(int bits, FormSubmission submission, string? message) =>
        bits == 0 || (submission[Name] is { Length: <= LongestNumber } number && number.All(char.IsAsciiDigit)
            && submission[FormSubmission.IdName] is { } id && FormSubmission.IsId(id)
            && ZeroBits(Challenge(submission[FormSubmission.TokenName] ?? "", id, message ?? "") + number) >= bits);

    /// <summary>What the number is put behind: a SHA-256 hash in 64 hexadecimal digits.</summary>
    /// <param name="token">The token.</param>
    /// <param name="id">The identifier of the filling-in.</param>
    /// <param name="message">The message, of which white space makes no difference: it changes on the way.</param>
    public static string Challenge(string token, string id, string message) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token}\n{id}\n{string.Concat(message.Where(c => !IsBlank(c)))}")));

    /// <summary>The first number from 0 on that shows enough work; for programs that send forms.</summary>
    public static string Solve(int bits, string challenge)
    {
        for (var number = 0L; ; number++)
        {
            var written = number.ToString(CultureInfo.InvariantCulture);
            if (ZeroBits(challenge + written) >= bits)
            {
                return written;
            }
        }
    }

    private static int ZeroBits(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(text), hash);
        return BitOperations.LeadingZeroCount(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    private static bool IsBlank(char c) => c <= ' ' || char.IsWhiteSpace(c) || c == '\uFEFF';
}
