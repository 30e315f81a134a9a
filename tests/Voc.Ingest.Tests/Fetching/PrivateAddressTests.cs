using System.Net;
using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;

namespace Voc.Ingest.Tests.Fetching;

public sealed class PrivateAddressTests
{
    private static readonly FetchOptions Defaults = new() { Retries = 0, Timeout = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:8.8.8.8]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    public async Task An_address_that_is_not_of_the_public_internet_is_refused(string address)
    {
        var failure = await Fetchers.FailureAsync(Defaults, new Uri(address));

        Assert.Equal(FetchFailure.Address, failure.Failure);
        Assert.Contains("AllowedHosts", failure.Problem.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("2001:4860:4860::8888", true)]
    [InlineData("2400:4000::1", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("172.31.255.255", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    public void The_borders_of_the_reserved_ranges_are_exact(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("ftp://example.com/", "http")]
    [InlineData("file:///etc/passwd", "http")]
    [InlineData("gopher://example.com/", "http")]
    [InlineData("http://example.com:22/", "22")]
    [InlineData("http://user:secret@example.com/", "password")]
    [InlineData("/only/a/path", "http")]
    public async Task An_address_of_the_wrong_kind_is_refused_before_any_lookup(string address, string words)
    {
        var failure = await Fetchers.FailureAsync(Defaults, new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.Equal(FetchFailure.Address, failure.Failure);
        Assert.Contains(words, failure.Problem.En, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Problem.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://10.0.0.1/admin")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://example.com:25/")]
    public async Task A_redirect_into_the_company_is_refused(string target)
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            context.Response.Redirect(target);
            return Task.CompletedTask;
        }));

        Assert.Equal(FetchFailure.Address, (await Fetchers.FailureAsync(Fetchers.For(site) with { Retries = 0 }, site.At("/a"))).Failure);
    }

    [Fact]
    public async Task A_robots_file_that_redirects_into_the_company_is_refused()
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            context.Response.Redirect("http://192.168.0.1/robots.txt");
            return Task.CompletedTask;
        });

        Assert.Equal(FetchFailure.Address, (await Fetchers.FailureAsync(Fetchers.For(site), site.At("/a"))).Failure);
    }

    [Fact]
    public async Task A_host_is_let_through_by_name_only_with_its_port()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context => context.Response.WriteAsync("ok")));
        await using var other = await LocalSite.StartAsync(PageFetcherTests.Page(context => context.Response.WriteAsync("ok")));
        var options = Fetchers.For(site) with { AllowedPorts = [other.Address.Port] };

        Assert.Equal("ok"u8.ToArray(), (await Fetchers.FetchAsync(options, site.At("/"))).Body);
        Assert.Equal(FetchFailure.Address, (await Fetchers.FailureAsync(options, other.At("/"))).Failure);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_one_by_one_up_to_the_limit()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            var step = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (step > 0)
            {
                context.Response.Redirect($"/{step - 1}");
            }

            return Task.CompletedTask;
        }));

        Assert.Equal(site.At("/0"), (await Fetchers.FetchAsync(Fetchers.For(site), site.At("/5"))).Address);
        Assert.Equal(FetchFailure.Redirect, (await Fetchers.FailureAsync(Fetchers.For(site), site.At("/6"))).Failure);
    }

    [Fact]
    public async Task A_redirect_without_a_target_is_reported()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            context.Response.StatusCode = 302;
            return Task.CompletedTask;
        }));

        Assert.Equal(FetchFailure.Redirect, (await Fetchers.FailureAsync(Fetchers.For(site), site.At("/a"))).Failure);
    }
}
