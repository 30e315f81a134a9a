using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Users, roles and API keys. The tables of ASP.NET Core Identity keep their usual names.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0002_Access")]
internal sealed class M0002Access : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateUsersAndRoles(migrationBuilder);
        CreateClaimsLoginsAndTokens(migrationBuilder);
        migrationBuilder.CreateTable("api_key", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Name = t.Column<string>(),
            Role = t.Column<string>(),
            Hash = t.Column<string>(),
            CreatedAt = t.Column<long>(),
            ExpiresAt = t.Column<long>(nullable: true),
            RevokedAt = t.Column<long>(nullable: true),
            LastUsedAt = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_api_key", k => k.Id));
        migrationBuilder.CreateIndex("IX_api_key_Hash", "api_key", "Hash", unique: true);
    }

    private static void CreateUsersAndRoles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AspNetRoles", t => new
        {
            Id = t.Column<string>(),
            Name = t.Column<string>(maxLength: 256, nullable: true),
            NormalizedName = t.Column<string>(maxLength: 256, nullable: true),
            ConcurrencyStamp = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_AspNetRoles", r => r.Id));
        migrationBuilder.CreateIndex("RoleNameIndex", "AspNetRoles", "NormalizedName", unique: true);

        migrationBuilder.CreateTable("AspNetUsers", t => new
        {
            Id = t.Column<string>(),
            DisplayName = t.Column<string>(),
            UserName = t.Column<string>(maxLength: 256, nullable: true),
            NormalizedUserName = t.Column<string>(maxLength: 256, nullable: true),
            Email = t.Column<string>(maxLength: 256, nullable: true),
            NormalizedEmail = t.Column<string>(maxLength: 256, nullable: true),
            EmailConfirmed = t.Column<bool>(),
            PasswordHash = t.Column<string>(nullable: true),
            SecurityStamp = t.Column<string>(nullable: true),
            ConcurrencyStamp = t.Column<string>(nullable: true),
            PhoneNumber = t.Column<string>(nullable: true),
            PhoneNumberConfirmed = t.Column<bool>(),
            TwoFactorEnabled = t.Column<bool>(),
            LockoutEnd = t.Column<long>(nullable: true),
            LockoutEnabled = t.Column<bool>(),
            AccessFailedCount = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_AspNetUsers", u => u.Id));
        migrationBuilder.CreateIndex("UserNameIndex", "AspNetUsers", "NormalizedUserName", unique: true);
        migrationBuilder.CreateIndex("EmailIndex", "AspNetUsers", "NormalizedEmail");

        migrationBuilder.CreateTable("AspNetUserRoles", t => new
        {
            UserId = t.Column<string>(),
            RoleId = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AspNetUserRoles", r => new { r.UserId, r.RoleId });
            t.ForeignKey("FK_AspNetUserRoles_Users", r => r.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_AspNetUserRoles_Roles", r => r.RoleId, "AspNetRoles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_AspNetUserRoles_RoleId", "AspNetUserRoles", "RoleId");
    }

    private static void CreateClaimsLoginsAndTokens(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AspNetRoleClaims", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            RoleId = t.Column<string>(),
            ClaimType = t.Column<string>(nullable: true),
            ClaimValue = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AspNetRoleClaims", c => c.Id);
            t.ForeignKey("FK_AspNetRoleClaims_Roles", c => c.RoleId, "AspNetRoles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_AspNetRoleClaims_RoleId", "AspNetRoleClaims", "RoleId");

        migrationBuilder.CreateTable("AspNetUserClaims", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            UserId = t.Column<string>(),
            ClaimType = t.Column<string>(nullable: true),
            ClaimValue = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AspNetUserClaims", c => c.Id);
            t.ForeignKey("FK_AspNetUserClaims_Users", c => c.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_AspNetUserClaims_UserId", "AspNetUserClaims", "UserId");

        migrationBuilder.CreateTable("AspNetUserLogins", t => new
        {
            LoginProvider = t.Column<string>(),
            ProviderKey = t.Column<string>(),
            ProviderDisplayName = t.Column<string>(nullable: true),
            UserId = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AspNetUserLogins", l => new { l.LoginProvider, l.ProviderKey });
            t.ForeignKey("FK_AspNetUserLogins_Users", l => l.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_AspNetUserLogins_UserId", "AspNetUserLogins", "UserId");

        migrationBuilder.CreateTable("AspNetUserTokens", t => new
        {
            UserId = t.Column<string>(),
            LoginProvider = t.Column<string>(),
            Name = t.Column<string>(),
            Value = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AspNetUserTokens", k => new { k.UserId, k.LoginProvider, k.Name });
            t.ForeignKey("FK_AspNetUserTokens_Users", k => k.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
        });
    }
}
