using System.Net;
using System.Net.Sockets;

namespace Voc.Ingest.Fetching;

/// <summary>
/// Tells addresses of the public internet from those that lead back into the company or the machine itself
/// (IANA special-purpose registries for IPv4 and IPv6).
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(range => IPNetwork.Parse(range)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether the address is one of the public internet. IPv4 addresses wrapped as IPv6 are refused.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            if (Nat64.Contains(address))
            {
                return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
            }

            if (address.IsIPv4MappedToIPv6 || !GlobalUnicast.Contains(address))
            {
                return false;
            }
        }

        return !Reserved.Any(range => range.Contains(address));
    }
}
