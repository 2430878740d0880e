use strict;
use warnings;
use JSON;
use Plack::App::File;
use Plack::Builder;
use Lemonldap::NG::Portal::Main;
use Lemonldap::NG::Portal::UserDB::Demo;

my $folder = $ENV{SSO_TEST_FOLDER};

# The people of the test in place of the Doctor's; in bytes, as a directory gives them.
sub content { open my $file, '<', "$folder/$_[0]" or die "$_[0]: $!"; local $/; return JSON->new->decode(<$file>) }
my $people = content('people.json');
%Lemonldap::NG::Portal::UserDB::Demo::demoAccounts = map { my %one = %{ $people->{$_} }; delete $one{groups}; ( $_ => \%one ) } keys %$people;
%Lemonldap::NG::Portal::UserDB::Demo::demoGroups   = ();
for my $uid ( keys %$people ) { push @{ $Lemonldap::NG::Portal::UserDB::Demo::demoGroups{$_} }, $uid for @{ $people->{$uid}{groups} } }

builder {
    mount '/static' => Plack::App::File->new( root => '/usr/share/lemonldap-ng/portal/htdocs/static' )->to_app;
    mount '/javascript' => Plack::App::File->new( root => '/usr/share/javascript' )->to_app;
    mount '/' => Lemonldap::NG::Portal::Main->run( { configStorage => { confFile => "$folder/lemonldap-ng.ini" } } );
};
