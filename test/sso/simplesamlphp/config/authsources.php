<?php
$people = json_decode(file_get_contents(getenv('SSO_TEST_FOLDER') . '/people.json'), true);
$config = ['employees' => ['exampleauth:UserPass'] + $people];
